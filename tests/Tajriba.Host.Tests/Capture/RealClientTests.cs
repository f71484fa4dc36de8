using System.Net;
using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Capture;

/// <summary>What released client libraries really send, captured on the wire, byte for byte but for the write key.</summary>
public sealed class RealClientTests(CaptureSites sites) : IClassFixture<CaptureSites>
{
    private const string CapturedKey = "wk_test_123";

    public static TheoryData<DatabaseProvider, string> Fixtures
    {
        get
        {
            string[] names =
            [
                "segment-analytics-node", "segment-analytics-node-retry", "segment-analytics-next-standard", "segment-analytics-next-batch",
                "rudder-sdk-node-gzip", "rudder-sdk-node-plain",
            ];
            var data = new TheoryData<DatabaseProvider, string>();
            foreach (string name in names)
            {
                data.Add(DatabaseProvider.Sqlite, name);
                data.Add(DatabaseProvider.Postgres, name);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Fixtures))]
    public async Task Every_captured_request_is_taken_and_kept_equal_and_once(DatabaseProvider provider, string name)
    {
        using JsonDocument fixture = JsonDocument.Parse(await File.ReadAllBytesAsync(Checkout.Shared("data", "clients", name + ".json")));
        CollectSite sources = await sites.SourceAsync(provider);
        var expected = new Dictionary<string, JsonElement>();
        for (int round = 0; round < 2; round++)
        {
            foreach (JsonElement request in fixture.RootElement.GetProperty("requests").EnumerateArray())
            {
                string path = request.GetProperty("path").GetString()!;
                if (request.GetProperty("method").GetString() == "POST")
                {
                    await SendAsync(sources, request, path);
                    Remember(request.GetProperty("bodyJson"), expected);
                }
            }
        }

        IReadOnlyList<LoggedEvent> events = await sources.EventsAsync();
        Assert.Empty(await sources.RefusedAsync());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), events.Select(e => e.Id).Order(StringComparer.Ordinal));
        foreach (LoggedEvent item in events)
        {
            using JsonDocument kept = JsonDocument.Parse(item.Attributes!);
            Assert.True(JsonElement.DeepEquals(expected[item.Id], kept.RootElement), item.Id);
        }
    }

    private static async Task SendAsync(CollectSite sources, JsonElement request, string path)
    {
        byte[] body = request.TryGetProperty("bodyRawBase64", out JsonElement packed) && packed.ValueKind == JsonValueKind.String
            ? packed.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(request.GetProperty("bodyText").GetString()!);
        (string, string)[] headers =
        [
            .. request.GetProperty("headers").EnumerateArray()
                .Select(h => (Name: h[0].GetString()!, Value: h[1].GetString()!))
                .Where(h => h.Name.ToLowerInvariant() is "content-type" or "content-encoding" or "user-agent" or "origin" or "x-retry-count"),
        ];
        using HttpResponseMessage answer = await sources.PostAsync(path, body, headers);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static void Remember(JsonElement body, Dictionary<string, JsonElement> expected)
    {
        JsonElement[] items = body.TryGetProperty("batch", out JsonElement batch) ? [.. batch.EnumerateArray()] : [body];
        foreach (JsonElement item in items)
        {
            expected.TryAdd(item.GetProperty("messageId").GetString()!, item);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task A_browser_may_send_from_any_page(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/t");
        preflight.Headers.Add("Origin", "https://shop.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-retry-count");
        using HttpResponseMessage allowed = await sources.Client.SendAsync(preflight);
        Assert.True(allowed.IsSuccessStatusCode);
        Assert.Equal("*", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("authorization", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(allowed.Headers.GetValues("Access-Control-Max-Age"));
    }

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task The_browser_library_gets_its_settings_by_an_open_key_alone(DatabaseProvider provider)
    {
        CollectSite sources = await sites.SourceAsync(provider);
        using JsonDocument settings = JsonDocument.Parse(await sources.Client.GetStringAsync($"/v1/projects/{sources.Key}/settings"));
        Assert.Equal(sources.Key, settings.RootElement.GetProperty("integrations").GetProperty("Segment.io").GetProperty("apiKey").GetString());
        using HttpResponseMessage other = await sources.Client.GetAsync($"/v1/projects/{CapturedKey}/settings");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }
}
