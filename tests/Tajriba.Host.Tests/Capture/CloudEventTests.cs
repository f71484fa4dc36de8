using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Host.Tests.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture;

/// <summary>What becomes of CloudEvents in each content mode.</summary>
public sealed class CloudEventTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string Structured = "application/cloudevents+json; charset=utf-8";
    private const string Batch = "Application/CloudEvents-Batch+JSON";

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_structured_event_is_kept_whole(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        const string Body = """{ "specversion" : "1.0", "type" : "order.completed", "source" : "/shop", "id" : "A-1", "subject" : "مشتری ۱", "time" : "2026-03-21T12:00:00.5+03:30", "anonymousid":"v1", "unit":"s1", "more": 5, "data" : { "order_id" : "O-1", "total":1.50 } }""";
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(sources, Structured, Body));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(sources, Structured, Body));
        LoggedEvent item = Assert.Single(await sources.EventsAsync());
        Assert.Equal(("order.completed", "/shop A-1", "web", "s1"), (item.Name, item.Id, item.Channel, item.Unit));
        Assert.Equal(new DateTimeOffset(2026, 3, 21, 8, 30, 0, 500, TimeSpan.Zero), item.Time);
        Assert.Equal([new ObjectRef("customer", "مشتری ۱"), new ObjectRef("visitor", "v1")], item.Objects);
        Assert.Equal(Body, item.Attributes);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_same_id_of_another_source_is_another_event(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        string lengthy = "/" + new string('s', 150);
        foreach (string source in new[] { "/a", "/b", "/a", lengthy + "1", lengthy + "2", lengthy + "2" })
        {
            Assert.Equal(HttpStatusCode.Accepted, await PostAsync(sources, Structured, Event("1", source)));
        }

        Assert.Equal(4, (await sources.EventsAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task In_binary_mode_headers_are_the_attributes(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        (string, string)[] headers =
        [
            ("ce-specversion", "1.0"), ("CE-ID", "b-1"), ("ce-source", "urn:kiosk:7"), ("ce-type", "\"quoted \\\"type\\\"\""), ("Ce-Time", "2026-03-21T08:30:00Z"),
            ("ce-subject", "%D9%85%D8%B4%D8%AA%D8%B1%DB%8C%20%E2%82%AC%F0%9F%98%80"), ("ce-customerid", "c%2d7"),
        ];
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(sources, "application/json", """{"a": [1, 2.0]}""", "?subject=device", headers));
        LoggedEvent item = Assert.Single(await sources.EventsAsync());
        Assert.Equal(("quoted \"type\"", "urn:kiosk:7 b-1"), (item.Name, item.Id));
        Assert.Equal([new ObjectRef("customer", "c-7"), new ObjectRef("device", "مشتری €😀")], item.Objects);
        using JsonDocument kept = JsonDocument.Parse(item.Attributes!);
        Assert.Equal("""{"a": [1, 2.0]}""", kept.RootElement.GetProperty("data").GetRawText());
        Assert.Equal("application/json", kept.RootElement.GetProperty("datacontenttype").GetString());
        Assert.Equal("مشتری €😀", kept.RootElement.GetProperty("subject").GetString());
    }

    public static TheoryData<string?, byte[], string> Bodies => new()
    {
        { "text/plain", "سلام"u8.ToArray(), """
            "data":"سلام"
            """ },
        { "text/plain; charset=windows-1256", [0xD3, 0xE1], """
            "data_base64":"0+E="
            """ },
        { "application/xml", "<a/>"u8.ToArray(), """
            "data":"<a/>"
            """ },
        { "application/gzip", [0x1F, 0x8B, 0x00], """
            "data_base64":"H4sA"
            """ },
        { "application/vnd.shop+json;v=1", "7"u8.ToArray(), """
            "data":7
            """ },
        { "text/plain", [0xC3, 0x28], """
            "data_base64":"wyg="
            """ },
        { null, "not json"u8.ToArray(), """
            "data_base64":"bm90IGpzb24="
            """ },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Data_that_are_not_JSON_are_kept_as_text_or_base64(string? type, byte[] body, string expected)
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage answer = await sources.PostAsync("/v1/cloudevents", body, [.. BinaryHeaders, .. type is null ? [] : new[] { ("Content-Type", type) }]);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains(expected.Trim(), Assert.Single(await sources.EventsAsync()).Attributes, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task In_a_batch_a_bad_event_spoils_only_itself(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        string body = $$"""[{{Event("1", "/s")}}, {"specversion":"1.0","id":"2","source":"/s"}, 7, {{Event("3", "/s")}}, {"id":"\ud800"}]""";
        using HttpResponseMessage answer = await sources.PostAsync("/v1/cloudevents?strict=1", Encoding.UTF8.GetBytes(body), ("Content-Type", Batch));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument told = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        JsonElement[] results = [.. told.RootElement.GetProperty("results").EnumerateArray()];
        Assert.Equal([true, false, false, true, false], results.Select(r => r.GetProperty("accepted").GetBoolean()));
        Assert.Equal(("2", "type"), (results[1].GetProperty("id").GetString(), results[1].GetProperty("member").GetString()));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(sources, Batch, body));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(sources, Batch, "[]"));
        Assert.Equal(2, (await sources.EventsAsync()).Count);
        Assert.Equal([RefusalReason.BadAttribute, RefusalReason.NotAnObject, RefusalReason.BadContent], (await sources.RefusedAsync()).Take(3).Select(r => r.Reason));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { """{"id":"1","source":"/s","type":"t","subject":"u"}""", "specversion" },
        { """{"specversion":"0.3","id":"1","source":"/s","type":"t","subject":"u"}""", "specversion" },
        { """{"specversion":1.0,"id":"1","source":"/s","type":"t","subject":"u"}""", "specversion" },
        { """{"specversion":"1.0","source":"/s","type":"t","subject":"u"}""", "id" },
        { """{"specversion":"1.0","id":"","source":"/s","type":"t","subject":"u"}""", "id" },
        { """{"specversion":"1.0","id":"1","type":"t","subject":"u"}""", "source" },
        { """{"specversion":"1.0","id":"1","source":"a b","type":"t","subject":"u"}""", "source" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":null,"subject":"u"}""", "type" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","time":"yesterday"}""", "time" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","time":"2026-02-30T00:00:00Z"}""", "time" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","time":"2026-03-21T08:30:00"}""", "time" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","dataschema":"not absolute"}""", "dataschema" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","datacontenttype":"//"}""", "datacontenttype" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","customerId":"c"}""", "customerId" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","extra":{"a":1}}""", "extra" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","data":1,"data_base64":"AA=="}""", "data_base64" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"u","data_base64":"A"}""", "data_base64" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"a\u0007"}""", "subject" },
        { """{"specversion":"1.0","id":"1","source":"/s","type":"t"}""", "subject" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_attribute_is_named_and_the_event_kept(string body, string attribute)
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage answer = await sources.PostAsync("/v1/cloudevents", Encoding.UTF8.GetBytes(body), ("Content-Type", Structured));
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(attribute, problem.RootElement.GetProperty("member").GetString());
        Assert.Equal(body, Encoding.UTF8.GetString(Assert.Single(await sources.RefusedAsync()).Raw));
        Assert.Empty(await sources.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Bad_bytes_sizes_and_nesting_never_are_an_error_of_ours(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        (string, string)[] wrongHeader = [.. BinaryHeaders, ("ce-more", "%C0%A0")];
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, "application/json", "1", "", wrongHeader));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, "application/json", "{broken", "", BinaryHeaders));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, "application/json", "{}"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, Structured, "\"text\""));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, Structured, new string('[', 10_000)));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, Batch, """{"not":"an array"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, Structured, Event("deep", "/s")[..^1] + ",\"data\":" + new string('[', 100) + new string(']', 100) + "}"));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(sources, Structured, Event("sixty thousand", "/s")[..^1] + $",\"data\":\"{new string('x', 60_000)}\"}}"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(sources, Structured, Event("large", "/s")[..^1] + $",\"data\":\"{new string('x', 70_000)}\"}}"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(sources, Batch, "[" + string.Join(',', Enumerable.Repeat("1", 2_501)) + "]"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(sources, Batch, new string(' ', (4 << 20) + 1)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(sources, "application/cloudevents+avro", "x"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(sources, "application/cloudevents+json; charset=utf-16", "x"));
        Assert.Single(await sources.EventsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task What_was_refused_goes_in_once_its_cause_is_gone(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        CaptureSite site = await sites.OnAsync(provider);
        string type = "order.shipped." + sources.Source;
        (string, string)[] headers = [("ce-specversion", "1.0"), ("ce-id", "r1"), ("ce-source", "/s"), ("ce-type", type)];
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(sources, "application/json", """{"order":"A-1"}""", "", headers));
        await site.Services.GetRequiredService<CatalogueEditor>().SaveAsync(new CatalogueEntry { Name = type, ObjectRules = [new ObjectRule("order", "order")] });
        Refused refused = Assert.Single(await sources.RefusedAsync());
        Assert.Equal(RefusalReason.NoIdentity, refused.Reason);

        using HttpClient browser = await site.AdministratorAsync();
        string page = $"/sources/{sources.Source}";
        using HttpResponseMessage answer = await browser.PostFormAsync(page, $"{page}/refused/{refused.Id}/replay");
        Assert.Equal(page + "?done=replayed", answer.Headers.Location!.ToString());
        LoggedEvent item = Assert.Single(await sources.EventsAsync());
        Assert.Equal((new ObjectRef("order", "A-1"), refused.ReceivedAt), (item.Objects[0], item.Time));
    }

    private static readonly (string, string)[] BinaryHeaders = [("ce-specversion", "1.0"), ("ce-id", "h1"), ("ce-source", "/s"), ("ce-type", "t"), ("ce-subject", "u")];

    private static string Event(string id, string source) => $$"""{"specversion":"1.0","id":"{{id}}","source":"{{source}}","type":"t","subject":"u"}""";

    private static async Task<HttpStatusCode> PostAsync(CollectSite sources, string type, string body, string query = "", params (string, string)[] headers)
    {
        using HttpResponseMessage answer = await sources.PostAsync("/v1/cloudevents" + query, Encoding.UTF8.GetBytes(body), [("Content-Type", type), .. headers]);
        return answer.StatusCode;
    }
}
