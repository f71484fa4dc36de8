using System.Net;
using System.Text;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>Bytes that are no text, on every road by which events come.</summary>
public sealed class BrokenTextTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const char Place = '#';

    /// <summary>No JSON any more: where one event ends and the next begins cannot be told.</summary>
    private static readonly byte[][] Unreadable = [[0x00], [0x01], [(byte)'\\', (byte)'x']];

    /// <summary>A JSON text around what is none: overlong, a surrogate, beyond Unicode, cut off, and by escapes.</summary>
    private static readonly byte[][] Broken =
        [[0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [.. "\\ud800"u8], [.. "\\udc00\\ud800"u8], [.. "\\u0000"u8]];

    private static readonly (string Path, string Type, string Body)[] Roads =
    [
        ("/v1/track", "application/json", """{"event":"#","userId":"u"}"""),
        ("/v1/track", "application/json", """{"event":"A","userId":"#"}"""),
        ("/v1/identify", "application/json", """{"userId":"u","traits":{"#":1}}"""),
        ("/v1/contacts", "application/json", """{"callId":"#","score":1,"min":1,"max":5}"""),
        ("/v1/contacts", "application/json", """{"callId":"c","score":1,"min":1,"max":5,"properties":{"a":"#"}}"""),
        ("/v1/feedback", "application/json", """{"text":"#"}"""),
        ("/v1/feedback", "application/json", """{"text":"a","properties":{"#":"a"}}"""),
        ("/v1/cloudevents", "application/cloudevents+json", """{"specversion":"1.0","id":"1","source":"/s","type":"#","subject":"c"}"""),
        ("/v1/cloudevents", "application/cloudevents+json", """{"specversion":"1.0","id":"1","source":"/s","type":"T","subject":"c","data":{"#":"a"}}"""),
    ];

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case21_What_is_no_text_is_refused_on_every_road_and_kept_byte_for_byte(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        var sent = new List<byte[]>();
        foreach ((string path, string type, string body) in Roads)
        {
            byte[][] bodies = [.. Unreadable.Concat(Broken).Select(bytes => With(body, bytes)), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(body)).ToArray()];
            foreach (byte[] bytes in bodies)
            {
                using HttpResponseMessage answer = await source.PostAsync(path, bytes, ("Content-Type", type));
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} answers {Convert.ToHexString(bytes)} with {answer.StatusCode}");
                sent.Add(bytes);
            }
        }

        Assert.Equal(sent, (await source.RefusedAsync()).Select(r => r.Raw));
        Assert.Empty(await source.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case21_A_broken_event_spoils_no_batch_and_a_batch_that_cannot_be_read_is_kept_whole(DatabaseProvider provider)
    {
        CollectSite source = await sites.SourceAsync(provider);
        const string Bad = """{"type":"track","event":"Bad","userId":"u","properties":{"a":"#"}}""";
        int good = 0;
        foreach (byte[] bytes in Broken)
        {
            string batch = $$"""{"batch":[{{Good()}},{{Bad}},{{Good()}}]}""";
            Assert.Equal(HttpStatusCode.OK, await source.StatusAsync("/v1/batch", With(batch, bytes)));
        }

        Assert.Equal(Enumerable.Range(0, good).Select(i => $"m{i}"), (await source.EventsAsync()).Select(e => e.Id));
        Assert.Equal(Broken.Select(bytes => With(Bad, bytes)), (await source.RefusedAsync()).Select(r => r.Raw));
        byte[][] whole = [.. Unreadable.Select(bytes => With($$"""{"batch":[{{Good()}},{{Bad}}]}""", bytes))];
        int before = (await source.EventsAsync()).Count;
        foreach (byte[] body in whole)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await source.StatusAsync("/v1/batch", body));
        }

        IEnumerable<Refused> kept = (await source.RefusedAsync()).Skip(Broken.Length);
        Assert.Equal(whole, kept.Select(r => r.Raw));
        Assert.All(kept, r => Assert.Equal(RefusalReason.BadBody, r.Reason));
        Assert.Equal(before, (await source.EventsAsync()).Count);

        string Good() => $$"""{"type":"track","event":"Good","userId":"u","messageId":"m{{good++}}"}""";
    }

    private static byte[] With(string text, byte[] bytes)
    {
        string[] parts = text.Split(Place);
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. bytes, .. Encoding.UTF8.GetBytes(parts[1])];
    }
}
