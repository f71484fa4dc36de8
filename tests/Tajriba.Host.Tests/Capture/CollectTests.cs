using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture;

/// <summary>What becomes of what clients send; cases by their number in the list of faults and attacks.</summary>
public sealed class CollectTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string Good = """{"type":"track","event":"Order Completed","userId":"u1","messageId":"good"}""";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task An_event_names_who_where_and_when(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string body = $$"""{"event":"Order Completed","userId":"u7","anonymousId":"a7","messageId":"m7","timestamp":"{{now.AddYears(-10).AddMinutes(-3):O}}","sentAt":"{{now.AddYears(-10):O}}"}""";
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(body)));

        LoggedEvent item = Assert.Single(await sources.EventsAsync());
        Assert.Equal(("Order Completed", "m7", "web", "n1"), (item.Name, item.Id, item.Channel, item.Unit));
        Assert.Equal([new ObjectRef("customer", "u7"), new ObjectRef("visitor", "a7")], item.Objects);

        // The client's clock is ten years slow; three minutes between event and sending are believed.
        Assert.InRange((now - item.Time).TotalMinutes, 2.5, 3.5);
    }

    [Theory]
    [InlineData("identify", """{"userId":"u","traits":{}}""", "Identified")]
    [InlineData("page", """{"userId":"u","name":"Pricing"}""", "Page Viewed")]
    [InlineData("screen", """{"anonymousId":"a","name":"Home"}""", "Screen Viewed")]
    [InlineData("group", """{"userId":"u","groupId":"g"}""", "Group Joined")]
    [InlineData("alias", """{"userId":"u","previousId":"a"}""", "Identities Linked")]
    [InlineData("merge", """{"userId":"u","previousId":"a"}""", "Identities Linked")]
    public async Task Calls_other_than_track_have_one_name_each(string call, string body, string name)
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage answer = await sources.PostAsync("/v1/" + call, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(name, Assert.Single(await sources.EventsAsync()).Name);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_key_may_stand_in_header_query_or_body_and_a_wrong_one_is_final(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        using var inBody = await sources.Client.PostAsync("/v1/track", new StringContent($$"""{"event":"A","userId":"u","writeKey":"{{sources.Key}}"}"""));
        using var inQuery = await sources.Client.PostAsync($"/beacon/v1/batch?writeKey={sources.Key}", new StringContent($$"""{"batch":[{{Good}}]}"""));
        using var none = await sources.Client.PostAsync("/v1/track", new StringContent("""{"event":"A","userId":"u"}"""));
        using var wrong = await sources.Client.PostAsync("/v1/track?writeKey=wk_wrong", new StringContent("""{"event":"A","userId":"u"}"""));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [inBody.StatusCode, inQuery.StatusCode, none.StatusCode, wrong.StatusCode]);
        Assert.Equal(2, (await sources.EventsAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case11_The_same_message_is_one_event_and_of_another_source_another(DatabaseProvider provider)
    {
        CollectSite first = await sites.SourceAsync(provider);
        CollectSite second = await sites.SourceAsync(provider);
        using var twice = await first.PostAsync("/v1/batch", $$"""{"batch":[{{Good}},{{Good}}]}""");
        using var again = await first.PostAsync("/v1/batch", $$"""{"batch":[{{Good.Replace("Order Completed", "Other", StringComparison.Ordinal)}}]}""");
        using var other = await second.PostAsync("/v1/batch", $$"""{"batch":[{{Good}}]}""");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [twice.StatusCode, again.StatusCode, other.StatusCode]);
        Assert.Equal("Order Completed", Assert.Single(await first.EventsAsync()).Name);
        Assert.Single(await second.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case17_A_bad_event_is_kept_aside_and_the_batch_goes_in(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        string large = $$$"""{"type":"track","event":"Large","userId":"u","properties":{"text":"{{{new string('x', 33_000)}}}"}}""";
        using HttpResponseMessage answer = await sources.PostAsync("/v1/batch?strict=1", $$"""{"batch":[{"type":"track","userId":"u"},{{large}},{{Good}},{"type":"track","event":"A"},{"type":"noise","userId":"u"},7]}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument told = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal([false, false, true, false, false, false], told.RootElement.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("accepted").GetBoolean()));
        Assert.Single(await sources.EventsAsync());
        IReadOnlyList<Refused> refused = await sources.RefusedAsync();
        Assert.Equal(
            [RefusalReason.NoEventName, RefusalReason.TooLarge, RefusalReason.NoIdentity, RefusalReason.UnknownType, RefusalReason.NotAnObject],
            refused.Select(r => r.Reason));
        Assert.Equal(large, Encoding.UTF8.GetString(refused[1].Raw));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case17_TenMegabyteJson_is_refused_by_its_length(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await sources.StatusAsync("/v1/batch", new byte[10 << 20]));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case18_Sixty_four_levels_are_taken_on_every_road_and_more_are_refused(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        string Nested(int depth) => """{"type":"track","event":"A","userId":"u","properties":""" + string.Concat(Enumerable.Repeat("""{"a":""", depth - 1)) + "1" + new string('}', depth);
        string Listed(int depth) => """{"type":"track","event":"A","userId":"u","properties":""" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(Nested(64))));
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(Listed(64))));
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/batch", Encoding.UTF8.GetBytes($$"""{"batch":[{{Nested(64)}}]}""")));
        Assert.Equal(3, (await sources.EventsAsync()).Count);
        foreach (string deep in new[] { Nested(65), Nested(100), Nested(10_000), Listed(65), Listed(10_000) })
        {
            Assert.Equal(HttpStatusCode.BadRequest, await sources.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(deep)));
        }

        Assert.Equal(3, (await sources.EventsAsync()).Count);
        Assert.Equal(5, (await sources.RefusedAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case19_A_batch_of_too_many_is_refused(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        byte[] body = Encoding.UTF8.GetBytes($$"""{"batch":[{{string.Join(',', Enumerable.Repeat("{}", 100_000))}}]}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await sources.StatusAsync("/v1/batch", body));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case20_Packed_bodies_are_bounded_unpacked_and_must_be_whole(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        byte[] good = Packed(Encoding.UTF8.GetBytes(Good));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await sources.StatusAsync("/v1/track", Packed(new byte[200 << 20])));
        Assert.Equal(HttpStatusCode.BadRequest, await sources.StatusAsync("/v1/track", good[..(good.Length / 2)]));
        Assert.Equal(HttpStatusCode.BadRequest, await sources.StatusAsync("/v1/track", Packed(good)));
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/track", good));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case21_Broken_text_is_kept_aside_and_never_an_error_of_ours(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        byte[][] items =
        [
            [.. """{"type":"track","userId":"u","event":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'],
            [.. """{"type":"track","userId":"u","event":"""u8, (byte)'"', 0xC0, 0xAF, (byte)'"', (byte)'}'],
            Encoding.UTF8.GetBytes("""{"type":"track","userId":"u","event":"\ud800"}"""),
            Encoding.UTF8.GetBytes("""{"type":"track","userId":"u","event":"a\u0000b"}"""),
            Encoding.UTF8.GetBytes("""{"type":"track","userId":"\ud83d\ude00","event":"fine \ufffe"}"""),
        ];
        byte[] body = [.. """{"batch":["""u8, .. items.SelectMany((item, i) => i == 0 ? item : [(byte)',', .. item]), .. "]}"u8];
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/batch", body));
        Assert.Equal("😀", Assert.Single(await sources.EventsAsync()).Objects[0].Id);
        IReadOnlyList<Refused> refused = await sources.RefusedAsync();
        Assert.All(refused, r => Assert.Equal(RefusalReason.BadContent, r.Reason));
        Assert.Equal(items[..4], refused.Select(r => r.Raw));
        Assert.Equal(HttpStatusCode.OK, await sources.StatusAsync("/v1/track", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]));
    }

    public static TheoryData<DatabaseProvider, string, HttpStatusCode> Confusions
    {
        get
        {
            (string Body, HttpStatusCode Status)[] cases =
            [
                ("""{"event":"A","userId":12345678901234567890}""", HttpStatusCode.OK),
                ("""{"event":"A","userId":{"id":1}}""", HttpStatusCode.BadRequest),
                ("""{"event":"A","userId":["u"]}""", HttpStatusCode.BadRequest),
                ("""{"event":"A","userId":null,"anonymousId":"a"}""", HttpStatusCode.OK),
                ("""{"event":"A","userId":"u","timestamp":1700000000000}""", HttpStatusCode.OK),
                ("""{"event":"A","userId":"u","timestamp":{"no":1}}""", HttpStatusCode.OK),
                ("""{"event":"A","userId":"u","properties":[1,2]}""", HttpStatusCode.OK),
                ("""{"event":"A","userId":"u","__proto__":{"a":1},"constructor":1,"":2}""", HttpStatusCode.OK),
                ("""{"event":"A","userId":"u"} trailing""", HttpStatusCode.BadRequest),
                ("""["a"]""", HttpStatusCode.BadRequest),
                ("", HttpStatusCode.BadRequest),
            ];
            var data = new TheoryData<DatabaseProvider, string, HttpStatusCode>();
            foreach (DatabaseProvider provider in (DatabaseProvider[])[DatabaseProvider.Sqlite, DatabaseProvider.Postgres])
            {
                foreach ((string body, HttpStatusCode status) in cases)
                {
                    data.Add(provider, body, status);
                }
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Confusions))]
    public async Task Case23_Types_are_coerced_as_Segment_does_or_refused_with_a_reason(DatabaseProvider provider, string body, HttpStatusCode status)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        Assert.Equal(status, await sources.StatusAsync("/v1/track", Encoding.UTF8.GetBytes(body)));
        Assert.Equal(status == HttpStatusCode.OK ? (1, 0) : (0, 1), ((await sources.EventsAsync()).Count, (await sources.RefusedAsync()).Count));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case23_A_batch_that_is_no_array_is_refused_whole_and_kept(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        string[] bodies = ["""{"batch":{}}""", """{"batch":"x"}""", """{"batch":null}""", """{"batch":7}""", "{}", """{"batch":{"0":""" + Good + "}}"];
        foreach (string body in bodies)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await sources.StatusAsync("/v1/batch", Encoding.UTF8.GetBytes(body)));
        }

        Assert.Equal(bodies, (await sources.RefusedAsync()).Select(r => Encoding.UTF8.GetString(r.Raw)));
        Assert.Empty(await sources.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_pixel_tells_an_event_and_always_gives_its_picture(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        byte[] picture = await sources.Client.GetByteArrayAsync($"/pixel/v1/track?writeKey={sources.Key}&event=Mail%20Opened&userId=u&messageId=px");
        Assert.Equal("GIF89a"u8.ToArray(), picture[..6]);
        Assert.Equal("Mail Opened", Assert.Single(await sources.EventsAsync()).Name);
        Assert.NotEmpty(await sources.Client.GetByteArrayAsync("/pixel/v1/track?writeKey=wrong&event=A&userId=u"));
    }

    private static byte[] Packed(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return packed.ToArray();
    }
}
