using System.Net;
using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>What senders are told word for word, since clients read it.</summary>
public sealed class AnswerTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string Nobody = """{"type":"track","event":"A","messageId":"m1"}""";
    private const string Good = """{"type":"track","event":"A","userId":"u","messageId":"m2"}""";

    [Theory]
    [InlineData("/v1/track", Good, 200, """{"success":true}""")]
    [InlineData("/v1/track?strict=1", Good, 200, """{"success":true,"results":[{"messageId":"m2","accepted":true,"reason":null}]}""")]
    [InlineData("/v1/track?strict=1", Nobody, 200, """{"success":false,"results":[{"messageId":"m1","accepted":false,"reason":"NoIdentity"}]}""")]
    [InlineData("/v1/batch", "{\"batch\":[" + Nobody + "," + Good + "]}", 200, """{"success":true}""")]
    [InlineData("/v1/import?strict=1", "{\"batch\":[" + Nobody + "," + Good + ",7]}", 200, """{"success":false,"results":[{"messageId":"m1","accepted":false,"reason":"NoIdentity"},{"messageId":"m2","accepted":true,"reason":null},{"messageId":null,"accepted":false,"reason":"NotAnObject"}]}""")]
    [InlineData("/v1/contacts", """[{"id":"x"}]""", 200, """{"success":true}""")]
    [InlineData("/v1/contacts?strict=1", """[{"id":"x"},7]""", 200, """{"success":false,"results":[{"id":"x","accepted":false,"reason":"BadAttribute","member":"callId","detail":"callId or device is required."},{"id":null,"accepted":false,"reason":"NotAnObject","member":null,"detail":"An event is a JSON object."}]}""")]
    public async Task Success_and_strict_results(string path, string body, int status, string answer)
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage told = await sources.PostAsync(path, body);
        Assert.Equal((status, answer), ((int)told.StatusCode, await told.Content.ReadAsStringAsync()));
    }

    public static TheoryData<string, string, int, string, string?> Refusals => new()
    {
        { "/v1/track", Nobody, 400, "Refused and kept: NoIdentity.", null },
        { "/v1/track", """{"event":"A","userId":[]}""", 400, "Refused and kept: BadType.", null },
        { "/v1/track", "[]", 400, "Refused and kept: BadBody.", null },
        { "/v1/track?strict=1", "[]", 400, "Refused and kept: BadBody.", null },
        { "/v1/batch?strict=1", """{"batch":[]}""", 400, "Refused and kept: BadBody.", null },
        { "/v1/track", $$"""{"event":"A","userId":"{{new string('u', 40_000)}}"}""", 413, "An event holds at most 32768 bytes.", null },
        { "/v1/batch", $$"""{"batch":[{{string.Join(',', Enumerable.Repeat("1", 2_501))}}]}""", 413, "A batch holds at most 2500 events.", null },
        { "/v1/contacts", """{"callId":"c","score":9,"min":1,"max":5}""", 400, "Refused and kept: score must lie between 1 and 5.", "BadScore" },
        { "/v1/contacts", $$"""{"callId":"{{new string('c', 40_000)}}"}""", 413, "Refused and kept: An event holds at most 32768 bytes.", "TooLarge" },
        { "/v1/contacts", $"[{string.Join(',', Enumerable.Repeat("1", 2_501))}]", 413, "Refused and kept: A batch holds at most 2500 events.", "TooMany" },
        { "/v1/feedback", """{"text":"x","rating":9}""", 400, "Refused and kept: rating must be 1, 2, 3, 4 or 5.", "BadScore" },
        { "/v1/cloudevents", "{}", 400, "Refused and kept: specversion is required.", "BadAttribute" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusals_of_the_whole(string path, string body, int status, string detail, string? reason)
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        (string, string)[] headers = path == "/v1/cloudevents" ? [("Content-Type", "application/cloudevents+json")] : [];
        using HttpResponseMessage told = await sources.PostAsync(path, Encoding.UTF8.GetBytes(body), headers);
        using JsonDocument problem = JsonDocument.Parse(await told.Content.ReadAsStringAsync());
        Assert.Equal(((HttpStatusCode)status, detail), (told.StatusCode, problem.RootElement.GetProperty("detail").GetString()));
        Assert.Equal(reason, problem.RootElement.TryGetProperty("reason", out JsonElement named) ? named.GetString() : null);
        Assert.Single(await sources.RefusedAsync());
        Assert.Empty(await sources.EventsAsync());
    }
}
