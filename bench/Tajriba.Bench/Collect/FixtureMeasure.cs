using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Log;

namespace Tajriba.Bench.Collect;

/// <summary>T11: requests of released clients, captured on the wire: how many are taken byte for byte, and how many of their events are kept equal.</summary>
internal static class FixtureMeasure
{
    private static readonly string[] Sent = ["content-type", "content-encoding", "user-agent", "origin", "x-retry-count"];

    public static async Task RunAsync(string folder)
    {
        string fixtures = Path.Combine(BenchLogs.Journeys, "..", "clients");
        if (!Directory.Exists(fixtures))
        {
            Console.Error.WriteLine("T11 is left out: the captured requests are not here.");
            return;
        }

        await using Product product = await Product.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{product.Server.Port}") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(product.Keys[0] + ":")));
        (int requests, int taken) = (0, 0);
        var expected = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(fixtures, "*.json").Where(f => !Path.GetFileName(f).StartsWith("posthog", StringComparison.Ordinal)).Order())
        {
            using JsonDocument fixture = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
            foreach (JsonElement request in fixture.RootElement.GetProperty("requests").EnumerateArray().Where(r => r.GetProperty("method").ValueEquals("POST")))
            {
                requests++;
                taken += await IsTakenAsync(client, request) ? 1 : 0;
                JsonElement body = request.GetProperty("bodyJson");
                foreach (JsonElement item in body.TryGetProperty("batch", out JsonElement batch) ? batch.EnumerateArray().ToArray() : [body])
                {
                    expected.TryAdd(item.GetProperty("messageId").GetString()!, item.Clone());
                }
            }
        }

        int kept = await EqualAsync(product, expected);
        ResultTable.Add("T11", "captured requests of clients taken byte for byte", $"{taken}", $"{requests}", 100.0 * taken / requests, 100, 100, " %");
        ResultTable.Add("T11", "their events kept equal", $"{kept}", $"{expected.Count}", 100.0 * kept / expected.Count, 100, 100, " %");
    }

    private static async Task<bool> IsTakenAsync(HttpClient client, JsonElement request)
    {
        byte[] body = request.TryGetProperty("bodyRawBase64", out JsonElement packed) && packed.ValueKind == JsonValueKind.String
            ? packed.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(request.GetProperty("bodyText").GetString()!);
        using var message = new HttpRequestMessage(HttpMethod.Post, request.GetProperty("path").GetString()) { Content = new ByteArrayContent(body) };
        foreach (JsonElement header in request.GetProperty("headers").EnumerateArray().Where(h => Sent.Contains(h[0].GetString(), StringComparer.OrdinalIgnoreCase)))
        {
            if (!message.Headers.TryAddWithoutValidation(header[0].GetString()!, header[1].GetString()))
            {
                message.Content.Headers.TryAddWithoutValidation(header[0].GetString()!, header[1].GetString());
            }
        }

        using HttpResponseMessage answer = await client.SendAsync(message);
        return answer.IsSuccessStatusCode;
    }

    private static async Task<int> EqualAsync(Product product, Dictionary<string, JsonElement> expected)
    {
        await using ServiceProvider kernel = product.Open();
        IReadOnlyList<LoggedEvent> events = await kernel.GetRequiredService<IExperienceLog>().ReadAsync(0, 100_000);
        int equal = 0;
        foreach (LoggedEvent item in events.Where(e => e.Source == Product.LogSource))
        {
            using JsonDocument kept = JsonDocument.Parse(item.Attributes!);
            equal += expected.TryGetValue(item.Id, out JsonElement told) && JsonElement.DeepEquals(told, kept.RootElement) ? 1 : 0;
        }

        return equal;
    }
}
