using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Host.Tests.Capture;

/// <summary>CloudEvents between real parties: the web-hook handshake, keys, browsers, and the wire of a released SDK.</summary>
public sealed class CloudEventHookTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string Address = "/v1/cloudevents";

    [Fact]
    public async Task A_sender_with_the_key_is_given_consent_and_one_without_is_not()
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using HttpResponseMessage agreed = await AskAsync(sources, $"{Address}?writeKey={sources.Key}", "eventemitter.example.com");
        Assert.Equal(HttpStatusCode.OK, agreed.StatusCode);
        Assert.Equal("eventemitter.example.com", agreed.Headers.GetValues("WebHook-Allowed-Origin").Single());
        Assert.Equal("*", agreed.Headers.GetValues("WebHook-Allowed-Rate").Single());
        Assert.Contains("POST", agreed.Content.Headers.Allow);

        using HttpResponseMessage none = await AskAsync(sources, Address, "eventemitter.example.com");
        using HttpResponseMessage wrong = await AskAsync(sources, Address + "?writeKey=wk_wrong", "eventemitter.example.com");
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [none.StatusCode, wrong.StatusCode]);
        Assert.False(none.Headers.Contains("WebHook-Allowed-Origin"));
        using HttpResponseMessage odd = await AskAsync(sources, $"{Address}?writeKey={sources.Key}", "پارسی");
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
    }

    [Fact]
    public async Task A_browser_s_preflight_is_no_handshake_and_any_attribute_may_be_a_header()
    {
        CollectSite sources = await sites.SourceAsync(DatabaseProvider.Sqlite);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, Address);
        preflight.Headers.Add("Origin", "https://shop.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,ce-id,ce-mine,content-type");
        using HttpResponseMessage allowed = await sources.Client.SendAsync(preflight);
        Assert.True(allowed.IsSuccessStatusCode);
        Assert.Equal("*", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("ce-mine", string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        Assert.False(allowed.Headers.Contains("WebHook-Allowed-Origin"));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_key_may_be_a_bearer_token_a_user_name_or_in_the_query(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(sources.Key + ":")));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(sources, Address, new("Bearer", sources.Key)));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(sources, Address, basic));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(sources, $"{Address}?writeKey={sources.Key}", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(sources, Address, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(sources, Address, new("Bearer", "wk_wrong")));
        Assert.Single(await sources.EventsAsync());
    }

    [Fact]
    public async Task Where_too_much_waits_the_sender_is_told_when_to_come_again()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync(configure: services => services.AddSingleton(new CollectLimits { WaitingBytes = 10 }));
        CollectSite sources = await CollectSite.OpenAsync(site);
        using HttpResponseMessage answer = await sources.PostAsync(Address, Body("1"), ("Content-Type", "application/cloudevents+json"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        using HttpResponseMessage contact = await sources.PostAsync("/v1/contacts", """{"callId":"1","score":1,"min":1,"max":5}""");
        Assert.Equal(HttpStatusCode.TooManyRequests, contact.StatusCode);
    }

    /// <summary>
    /// Fixtures/cloudevents-npm.json: what the package <c>cloudevents</c> 10.0.0 from npm put on the wire (Node 20,
    /// <c>emitterFor(httpTransport(url))</c> in binary and structured mode; the batch is its events by JSON.stringify).
    /// </summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task What_the_npm_SDK_sends_is_taken_and_kept_equal(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        await using Stream content = typeof(CloudEventHookTests).Assembly.GetManifestResourceStream("Tajriba.Host.Tests.Capture.Fixtures.cloudevents-npm.json")!;
        using JsonDocument fixture = await JsonDocument.ParseAsync(content);
        for (int round = 0; round < 2; round++)
        {
            foreach (JsonElement request in fixture.RootElement.GetProperty("requests").EnumerateArray())
            {
                (string, string)[] headers =
                [
                    .. request.GetProperty("headers").EnumerateArray().Select(h => (Name: h[0].GetString()!, Value: h[1].GetString()!))
                        .Where(h => h.Name.StartsWith("ce-", StringComparison.Ordinal) || h.Name == "content-type"),
                ];
                using HttpResponseMessage answer = await sources.PostAsync(request.GetProperty("path").GetString()!, request.GetProperty("bodyBase64").GetBytesFromBase64(), headers);
                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            }
        }

        Assert.Empty(await sources.RefusedAsync());
        Dictionary<string, LoggedEvent> events = (await sources.EventsAsync()).ToDictionary(e => e.Id);
        Assert.Equal(["/shop/web n-1", "/shop/web n-2", "/shop/web n-6", "/shop/web n-7", "urn:kiosk:7 n-3", "urn:kiosk:7 n-4"], events.Keys.Order(StringComparer.Ordinal));
        AssertKept(events["/shop/web n-1"], """{"id":"n-1","time":"2026-03-21T08:30:00.123Z","type":"com.example.order.completed","source":"/shop/web","specversion":"1.0","subject":"u-1","customerid":"c-77","partnersite":"tehran","datacontenttype":"application/json; charset=utf-8","data":{"order_id":"A-1","total":12.5}}""");
        AssertKept(events["/shop/web n-2"], """{"id":"n-2","time":"2026-03-21T08:30:00.123Z","type":"com.example.order.completed","source":"/shop/web","specversion":"1.0","subject":"مشتری ۱","data":{"order_id":"A-2","note":"تحویل فوری"}}""");
        AssertKept(events["urn:kiosk:7 n-3"], """{"id":"n-3","time":"2026-03-21T08:30:00.123Z","type":"kiosk.text","source":"urn:kiosk:7","specversion":"1.0","subject":"u-3","datacontenttype":"text/plain","data":"سلام"}""");
        AssertKept(events["urn:kiosk:7 n-4"], """{"id":"n-4","time":"2026-03-21T08:30:00.123Z","type":"kiosk.picture","source":"urn:kiosk:7","specversion":"1.0","datacontenttype":"image/png","subject":"u-4","data_base64":"iVBORwD/"}""");
        Assert.Equal("c-77", events["/shop/web n-1"].Objects[0].Id);
    }

    /// <summary>The examples of the JSON event format specification (1.0.2, sections 2.3, 3.1.2 and 3.2), each given a subject.</summary>
    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_specification_s_examples_are_taken(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        string[] examples =
        [
            """{"specversion":"1.0","type":"com.example.someevent","source":"/mycontext","id":"A234-1234-1234","subject":"u","time":"2018-04-05T17:31:00Z","comexampleextension1":"value","comexampleothervalue":5,"unsetextension":null,"datacontenttype":"text/xml","data":"<much wow=\"xml\"/>"}""",
            """{"specversion":"1.0","type":"com.example.someevent","source":"/mycontext","id":"B234-1234-1234","subject":"u","time":"2018-04-05T17:31:00Z","comexampleextension1":"value","comexampleothervalue":5,"unsetextension":null,"datacontenttype":"application/vnd.apache.thrift.binary","data_base64":"YmFzZTY0IGVuY29kZWQgc3RyaW5n"}""",
            """{"specversion":"1.0","type":"com.example.someevent","source":"/mycontext","id":"C234-1234-1234","subject":"u","time":"2018-04-05T17:31:00Z","comexampleextension1":"value","comexampleothervalue":5,"unsetextension":null,"datacontenttype":"application/json","data":{"appinfoA":"abc","appinfoB":123,"appinfoC":true}}""",
            """{"specversion":"1.0","type":"com.example.someevent","source":"/mycontext","id":"D234-1234-1234","subject":"u","time":"2018-04-05T17:31:00Z","comexampleextension1":"value","comexampleothervalue":5,"unsetextension":null,"datacontenttype":"application/json","data":"I'm just a string"}""",
        ];
        foreach (string example in examples[..2])
        {
            using HttpResponseMessage one = await sources.PostAsync(Address, Encoding.UTF8.GetBytes(example), ("Content-Type", "application/cloudevents+json; charset=UTF-8"));
            Assert.Equal(HttpStatusCode.Accepted, one.StatusCode);
        }

        using HttpResponseMessage many = await sources.PostAsync(Address, Encoding.UTF8.GetBytes($"[{string.Join(',', examples)}]"), ("Content-Type", "application/cloudevents-batch+json"));
        Assert.Equal(HttpStatusCode.Accepted, many.StatusCode);
        Assert.Equal(examples, (await sources.EventsAsync()).OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => e.Attributes));
    }

    private static void AssertKept(LoggedEvent item, string expected)
    {
        using JsonDocument kept = JsonDocument.Parse(item.Attributes!);
        using JsonDocument wanted = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(wanted.RootElement, kept.RootElement), item.Attributes);
    }

    private static byte[] Body(string id) => Encoding.UTF8.GetBytes($$"""{"specversion":"1.0","id":"{{id}}","source":"/s","type":"t","subject":"u"}""");

    private static async Task<HttpStatusCode> SendAsync(CollectSite sources, string address, AuthenticationHeaderValue? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Body("same")) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/cloudevents+json");
        request.Headers.Authorization = key;
        using HttpResponseMessage answer = await sources.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> AskAsync(CollectSite sources, string address, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, address);
        request.Headers.TryAddWithoutValidation("WebHook-Request-Origin", origin);
        request.Headers.TryAddWithoutValidation("WebHook-Request-Rate", "120");
        return sources.Client.SendAsync(request);
    }
}
