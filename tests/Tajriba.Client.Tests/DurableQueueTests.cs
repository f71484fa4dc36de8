using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Tajriba.Client.Tests;

/// <summary>The queue on disk, over restarts of its process.</summary>
public sealed class DurableQueueTests
{
    private static readonly TajribaUser User = TajribaUser.Known("u1");

    [Theory]
    [InlineData(QueueSync.EachMessage)]
    [InlineData(QueueSync.EverySecond)]
    [InlineData(QueueSync.Never)]
    public async Task What_was_not_delivered_goes_after_a_restart_and_leaves_no_file(QueueSync sync)
    {
        using var folder = new Folder();
        await FillAsync(folder, 25, sync: sync);
        using var server = new Server();
        await using (TajribaClient client = server.Client(o => o with { QueueDirectory = folder.Path, BatchMessages = 4 }))
        {
            Assert.Equal(25, client.Counts.Recovered);
            await client.TrackAsync(User, "new");
            await client.FlushAsync();
            Assert.Equal((26, 0, 0), (client.Counts.Delivered, client.Counts.Waiting, client.Counts.DamagedBytes));
        }

        Assert.Equal([.. Numbers(25), "new"], server.Names);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task What_was_delivered_before_a_stop_does_not_go_again()
    {
        using var folder = new Folder();
        using var server = new Server { Script = attempt => attempt.Number < 3 ? null : throw new HttpRequestException("no network") };
        await using (TajribaClient client = server.Client(o => o with { QueueDirectory = folder.Path, BatchMessages = 5, BatchInterval = TimeSpan.FromHours(1) }))
        {
            for (int i = 0; i < 25; i++)
            {
                await client.TrackAsync(User, Number(i));
            }

            while (client.Counts.Delivered < 15)
            {
                await Task.Delay(1);
            }
        }

        using var later = new Server();
        await DrainAsync(folder, later);
        Assert.Equal(Numbers(25).Skip(15), later.Names);
    }

    [Fact]
    public async Task Files_roll_over_and_go_one_by_one_as_they_are_delivered()
    {
        using var folder = new Folder();
        await FillAsync(folder, 100, padding: 5_000, segment: 40_000);
        Assert.True(folder.Files.Length > 10);
        int most = folder.Files.Length;
        var seen = new List<int>();
        using var server = new Server { Script = _ => { seen.Add(folder.Files.Length); return null; } };
        await DrainAsync(folder, server, 40_000);
        Assert.Equal(Numbers(100), server.Names);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal((most, 1), (seen[0], seen[^1]));
    }

    [Fact]
    public async Task Two_clients_do_not_share_a_folder()
    {
        using var folder = new Folder();
        TajribaClientOptions options = Server.Options with { QueueDirectory = folder.Path };
        using var http = new HttpClient(new Server());
        var first = new TajribaClient(options, http);
        Assert.Contains(folder.Path, Assert.Throws<IOException>(() => new TajribaClient(options, http)).Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await new TajribaClient(options, http).DisposeAsync();
    }

    [Fact]
    public async Task The_disk_is_bounded_and_the_newest_stay()
    {
        using var folder = new Folder();
        int told = 0;
        using var server = new Server { Script = _ => throw new HttpRequestException("no network") };
        await using (TajribaClient client = server.Client(o => o with
        {
            QueueDirectory = folder.Path, SegmentBytes = 40_000, QueueBytes = 160_000, WhenFull = WhenFull.DropOldest, Dropped = lost => told += lost.Count,
        }))
        {
            for (int i = 0; i < 300; i++)
            {
                await client.TrackAsync(User, Number(i), new JsonObject { ["text"] = new string('x', 3_000) });
                Assert.True(folder.Bytes <= 160_000);
            }

            Assert.Equal((300, told), (client.Counts.Taken, client.Counts.Dropped));
            Assert.True(told > 200);
        }

        using var later = new Server();
        await DrainAsync(folder, later);
        Assert.Equal(300 - told, later.Names.Count);
        Assert.Equal(Numbers(300).TakeLast(20), later.Names.TakeLast(20));
        Assert.Equal(later.Names.Order(StringComparer.Ordinal), later.Names);
    }

    [Fact]
    public async Task Callers_wait_for_the_disk_and_nothing_is_lost()
    {
        using var folder = new Folder();
        using var open = new ManualResetEventSlim();
        using var server = new Server { Script = _ => open.IsSet ? null : Server.Status(HttpStatusCode.ServiceUnavailable) };
        await using TajribaClient client = server.Client(o => o with { QueueDirectory = folder.Path, SegmentBytes = 40_000, QueueBytes = 160_000 });
        int i = 0;
        ValueTask waiting;
        do
        {
            waiting = client.TrackAsync(User, Number(i++), new JsonObject { ["text"] = new string('x', 3_000) });
        }
        while (waiting.IsCompletedSuccessfully);

        open.Set();
        await waiting;
        await client.FlushAsync();
        Assert.Equal(Numbers(i), server.Names);
    }

    /// <summary>Puts numbered messages into a queue whose server is away, and stops.</summary>
    internal static async Task FillAsync(Folder folder, int count, int from = 0, int padding = 0, int segment = 1 << 20, QueueSync sync = QueueSync.Never)
    {
        using var nobody = new Server { Script = _ => throw new HttpRequestException("no network") };
        await using TajribaClient client = nobody.Client(o => o with { QueueDirectory = folder.Path, SegmentBytes = segment, QueueSync = sync, BatchInterval = TimeSpan.FromHours(1) });
        for (int i = from; i < from + count; i++)
        {
            await client.TrackAsync(User, Number(i), padding == 0 ? null : new JsonObject { ["text"] = new string('x', padding) });
        }
    }

    /// <summary>Delivers all that a queue holds.</summary>
    internal static async Task<ClientCounts> DrainAsync(Folder folder, Server server, int segment = 1 << 20)
    {
        await using TajribaClient client = server.Client(o => o with { QueueDirectory = folder.Path, SegmentBytes = segment, BatchMessages = 7 });
        await client.FlushAsync();
        return client.Counts;
    }

    internal static string Number(int i) => i.ToString("0000", CultureInfo.InvariantCulture);

    internal static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(Number);
}
