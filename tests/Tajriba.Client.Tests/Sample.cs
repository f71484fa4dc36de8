using System.Text.Json.Nodes;

namespace Tajriba.Client.Tests;

/// <summary>The example of docs/client.md.</summary>
internal static class Sample
{
    public static async Task RunAsync()
    {
        await using var client = new TajribaClient(new TajribaClientOptions
        {
            Server = new Uri("https://cx.example.com/"),
            WriteKey = "wk_...",
            QueueDirectory = "/var/lib/kiosk/events",   // leave it out to keep messages in memory only
        });

        await client.TrackAsync(TajribaUser.Known("u1"), "Order Completed", new JsonObject { ["order_id"] = "A-1", ["total"] = 12.5 });
        await client.IdentifyAsync(TajribaUser.Known("u1"), new JsonObject { ["city"] = "Shiraz" });
        await client.FlushAsync();
    }
}
