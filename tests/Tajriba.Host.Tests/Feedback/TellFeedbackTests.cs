using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Feedback;

namespace Tajriba.Host.Tests.Feedback;

/// <summary>Other systems tell what customers said, and get codes that these follow it by.</summary>
public sealed class TellFeedbackTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string Path = "/v1/feedback";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task It_comes_into_the_inbox_once_and_its_customer_follows_it_by_the_code(DatabaseProvider provider)
    {
        CaptureSite site = await sites.OnAsync(provider);
        CollectSite sources = await sites.SourceAsync(provider);
        const string Body = """
            {"text":" تحویل دو هفته دیر شد ","kind":"Complaint","rating":"۲","language":"fa-IR","step":"delivery","feedback":"T-77","channel":"phone","time":"1405-01-01T12:00:00+03:30",
             "customer":{"email":"sara@example.com","phone":"۰۹۱۲ ۳۰۴ ۰۵۰۰"},"messageId":"m-1"}
            """;
        string[] codes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => CodeAsync(sources, Body)));
        string code = Assert.Single(codes.Distinct());
        Assert.Equal(code, await CodeAsync(sources, """{"text":"Something else","messageId":"m-1"}"""));
        LoggedEvent told = Assert.Single(await sources.EventsAsync());
        Assert.Equal(("Feedback Received", "phone", "n1", "message:m-1"), (told.Name, told.Channel, told.Unit, told.Id));
        Assert.Equal(new DateTimeOffset(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), told.Time);
        Assert.Equal([new ObjectRef("customer", "feedback-" + code), new ObjectRef("feedback", code)], told.Objects);

        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        FeedbackItem item = (await site.Services.GetRequiredService<FeedbackStore>().FindByCodeAsync(code))!;
        Assert.Equal(("تحویل دو هفته دیر شد", FeedbackKind.Complaint, 2, "fa", "delivery"), (item.Text, item.Kind, item.Rating, item.Language, item.Step));
        using JsonDocument kept = JsonDocument.Parse(told.Attributes!);
        Assert.Equal(("T-77", "sara@example.com"), (kept.RootElement.GetProperty("reference").GetString(), kept.RootElement.GetProperty("traits").GetProperty("email").GetString()));
        Assert.False(kept.RootElement.TryGetProperty("customer", out _));
        Assert.Contains("تحویل دو هفته", (await sources.Client.PageAsync($"/c/{code}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task An_array_is_answered_in_its_order_and_a_bad_one_spoils_only_itself(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        const string Body = """[{"text":"A","feedback":"1","customer":{"id":"u-1","email":"a@b.example"},"unit":"s1"},{"text":""},{"text":"C"},{"text":"C"},{"text":"again","feedback":"1"},7]""";
        using HttpResponseMessage answer = await sources.PostAsync(Path, Body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument told = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.False(told.RootElement.GetProperty("success").GetBoolean());
        JsonElement[] results = [.. told.RootElement.GetProperty("results").EnumerateArray()];
        Assert.Equal([true, false, true, true, true, false], results.Select(r => r.GetProperty("accepted").GetBoolean()));
        string?[] codes = [.. results.Select(r => r.GetProperty("code").GetString())];
        Assert.Equal(codes[0], codes[4]);
        Assert.Equal(3, codes.OfType<string>().Distinct().Count());
        Assert.All(codes.OfType<string>(), c => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{10}$", c));
        Assert.Equal(("text", "BadAttribute"), (results[1].GetProperty("member").GetString(), results[1].GetProperty("reason").GetString()));
        IReadOnlyList<LoggedEvent> events = await sources.EventsAsync();
        Assert.Equal(3, events.Count);
        Assert.Equal((new ObjectRef("customer", "u-1"), "s1"), (events[0].Objects[0], events[0].Unit));
        Assert.Equal(("respondent", "n1"), (events[1].Objects[0].Type, events[1].Unit));
        Assert.Equal(["feedback", "feedback"], (await sources.RefusedAsync()).Select(r => r.Call));
    }

    public static TheoryData<string, string?> Faults => new()
    {
        { "{}", "text" },
        { """{"text":"  "}""", "text" },
        { """{"text":{"a":1}}""", "text" },
        { $$"""{"text":"{{new string('x', 10_001)}}"}""", "text" },
        { """{"text":"x","kind":"rant"}""", "kind" },
        { """{"text":"x","kind":7}""", "kind" },
        { """{"text":"x","rating":0}""", "rating" },
        { """{"text":"x","rating":"۶"}""", "rating" },
        { """{"text":"x","rating":2.5}""", "rating" },
        { """{"text":"x","rating":1e400}""", "rating" },
        { """{"text":"x","language":"Persian"}""", "language" },
        { """{"text":"x","time":"noon"}""", "time" },
        { """{"text":"x","unit":["n1"]}""", "unit" },
        { """{"text":"x","customer":"u-1"}""", "customer" },
        { """{"text":"x","customer":{"email":"sara"}}""", "customer.email" },
        { """{"text":"x","customer":{"phone":"call me"}}""", "customer.phone" },
        { """{"text":"x","customer":{"name":"Sara"}}""", "customer.name" },
        { """{"text":"x","txet":"y"}""", "txet" },
        { """{"text":"x","properties":[]}""", "properties" },
        { "[1", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_named_and_kept(string body, string? member)
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage answer = await sources.PostAsync(Path, body);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(member, problem.RootElement.GetProperty("member").GetString());
        Assert.Equal(body, Encoding.UTF8.GetString(Assert.Single(await sources.RefusedAsync()).Raw));
        Assert.Empty(await sources.EventsAsync());
    }

    [Fact]
    public async Task Words_of_full_length_are_taken_also_as_escapes_and_a_key_is_needed()
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync(Path, Encoding.UTF8.GetBytes($$$"""{"text":"{{{string.Concat(Enumerable.Repeat("\\u0645", 10_000))}}}","properties":{"a":1,"a":2}}""")));
        await (await sites.OnAsync(DatabaseProvider.Sqlite)).Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        LoggedEvent told = Assert.Single(await sources.EventsAsync());
        Assert.NotNull(await (await sites.OnAsync(DatabaseProvider.Sqlite)).Services.GetRequiredService<FeedbackStore>().FindByCodeAsync(told.Objects[^1].Id));
        using HttpResponseMessage wrong = await sources.Client.PostAsync(Path + "?writeKey=no", new StringContent("""{"text":"x"}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using HttpResponseMessage slip = await sources.PostAsync(Path + "?strickt=1", """{"text":"x"}""");
        Assert.Equal(HttpStatusCode.BadRequest, slip.StatusCode);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Messages_of_clients_are_read_and_numbers_of_theirs_are_no_codes(DatabaseProvider provider)
    {
        CaptureSite site = await sites.OnAsync(provider);
        CollectSite sources = await sites.SourceAsync(provider);
        string mark = Guid.NewGuid().ToString("N");
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(
            $$$"""{"event":"Feedback Received","userId":"u-1","messageId":"{{{mark}}}","properties":{"text":"By track {{{mark}}}","rating":"۴","feedback":"1234567890"}}""")));
        using HttpResponseMessage cloud = await sources.PostAsync(
            "/v1/cloudevents",
            Encoding.UTF8.GetBytes($$$"""{"specversion":"1.0","id":"{{{mark}}}","source":"/s","type":"Feedback Received","subject":"u-1","data":{"text":"By cloud {{{mark}}}","feedback":"ticket-{{{mark}}}"}}"""),
            ("Content-Type", "application/cloudevents+json"));
        Assert.Equal(HttpStatusCode.Accepted, cloud.StatusCode);
        await site.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        FeedbackStore store = site.Services.GetRequiredService<FeedbackStore>();
        FeedbackItem tracked = (await store.FindByCodeAsync("#1234567890"))!;
        Assert.Equal(("By track " + mark, 4), (tracked.Text, tracked.Rating));
        Assert.NotNull(await store.FindByCodeAsync("ticket-" + mark));

        // Names that senders chose lead nobody to what a customer said.
        foreach (string name in new[] { "1234567890", "%231234567890", "ticket-" + mark, mark })
        {
            using HttpResponseMessage tried = await sources.Client.GetAsync("/c/" + name);
            Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Every_node_works_out_the_same_code_and_the_next_tells_nothing(DatabaseProvider provider)
    {
        CaptureSite site = await sites.OnAsync(provider);
        FollowCodes codes = site.Services.GetRequiredService<FollowCodes>();
        var another = new FollowCodes(site.Services.GetRequiredService<IDatabase>());
        string[] made = [.. Enumerable.Range(0, 2_000).Select(n => codes.Of("source:1", $"feedback:{n}"))];
        Assert.Equal(made, Enumerable.Range(0, 2_000).Select(n => another.Of("source:1", $"feedback:{n}")));
        Assert.Equal(made.Length, made.Distinct().Count());
        Assert.NotEqual(codes.Of("source:1", "1:2"), codes.Of("source:1:1", "2"));

        // Each place takes each of 32 letters about as often: 2,000 draws, standard deviation 7.8.
        Assert.All(Enumerable.Range(0, FollowCodes.Length), at => Assert.All(made.GroupBy(c => c[at]), letter => Assert.InRange(letter.Count(), 20, 110)));
    }

    private static async Task<string> CodeAsync(CollectSite sources, string body)
    {
        using HttpResponseMessage answer = await sources.PostAsync(Path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument told = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return told.RootElement.GetProperty("code").GetString()!;
    }
}
