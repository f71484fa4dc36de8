using System.Net;
using System.Text.Json.Nodes;

namespace Tajriba.Client.Tests;

/// <summary>What happens when more comes in than goes out, and at the end.</summary>
public sealed class BackPressureTests
{
    private static readonly TajribaUser User = TajribaUser.Known("u1");

    [Fact]
    public async Task Callers_wait_for_room_and_nothing_is_lost()
    {
        using var open = new ManualResetEventSlim();
        using var server = new Server { Script = _ => open.IsSet ? null : Server.Status(HttpStatusCode.ServiceUnavailable) };
        await using TajribaClient client = server.Client(o => o with { MemoryMessages = 5, BatchMessages = 100 });
        for (int i = 0; i < 5; i++)
        {
            await client.TrackAsync(User, $"e{i}");
        }

        using var impatient = new CancellationTokenSource();
        ValueTask cancelled = client.TrackAsync(User, "never", cancellationToken: impatient.Token);
        ValueTask waiting = client.TrackAsync(User, "e5");
        Assert.False(waiting.IsCompleted);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cancelled);
        open.Set();
        await waiting;
        await client.FlushAsync();
        Assert.Equal(["e0", "e1", "e2", "e3", "e4", "e5"], server.Names);
    }

    [Fact]
    public async Task The_oldest_are_dropped_where_that_is_chosen()
    {
        int told = 0;
        using var open = new ManualResetEventSlim();
        using var server = new Server { Script = _ => open.IsSet ? null : Server.Status(HttpStatusCode.ServiceUnavailable) };
        await using TajribaClient client = server.Client(o => o with
        {
            MemoryMessages = 10, BatchMessages = 2, WhenFull = WhenFull.DropOldest, Dropped = lost => told += lost.Reason == DropReason.Full ? lost.Count : 0,
        });
        for (int i = 0; i < 100; i++)
        {
            Assert.True(client.TrackAsync(User, $"e{i}").IsCompletedSuccessfully);
        }

        Assert.True(client.Counts.Waiting <= 10);
        open.Set();
        await client.FlushAsync();
        Assert.Equal((100, 90L, 90), (client.Counts.Taken, client.Counts.Dropped, told));
        Assert.Equal("e99", server.Names[^1]);
        Assert.Equal(server.Names.Select(n => int.Parse(n[1..], System.Globalization.CultureInfo.InvariantCulture)).Order(), server.Names.Select(n => int.Parse(n[1..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_cannot_be_delivered_before_the_end_is_told()
    {
        var dropped = new List<DroppedMessages>();
        using var server = new Server { Script = _ => throw new HttpRequestException("no network") };
        TajribaClient client = server.Client(o => o with { Dropped = dropped.Add });
        await client.TrackAsync(User, "a");
        Task flush = client.FlushAsync();
        await client.DisposeAsync();
        await client.DisposeAsync();
        Assert.Equal((DropReason.Closed, 1), (Assert.Single(dropped).Reason, dropped[0].Count));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => flush);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await client.TrackAsync(User, "late"));
    }

    [Fact]
    public async Task The_end_waits_for_what_can_be_delivered()
    {
        using var server = new Server();
        TajribaClient client = server.Client(o => o with { BatchInterval = TimeSpan.FromHours(1), ShutdownTimeout = TimeSpan.FromMinutes(1) });
        await client.TrackAsync(User, "a");
        await client.DisposeAsync();
        Assert.Equal(["a"], server.Names);
    }

    [Fact]
    public async Task Batches_keep_to_their_bytes_and_messages_to_theirs()
    {
        using var server = new Server();
        await using TajribaClient client = server.Client(o => o with { BatchBytes = 40_000 });
        for (int i = 0; i < 20; i++)
        {
            await client.TrackAsync(User, $"e{i}", new JsonObject { ["text"] = new string('x', 15_000) });
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await client.TrackAsync(User, "large", new JsonObject { ["text"] = new string('x', 33_000) }));
        await client.FlushAsync();
        Assert.Equal(20, server.Names.Count);
        Assert.All(server.Attempts, a => Assert.InRange(a.Bytes, 1, 40_200));
    }

    [Fact]
    public async Task Somebody_and_something_must_be_named()
    {
        using var server = new Server();
        await using TajribaClient client = server.Client();
        await Assert.ThrowsAsync<ArgumentException>(async () => await client.TrackAsync(default, "e"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await client.TrackAsync(TajribaUser.Known(new string('u', 201)), "e"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await client.TrackAsync(User, ""));
        await Assert.ThrowsAsync<ArgumentException>(async () => await client.GroupAsync(User, ""));
    }

    [Fact]
    public void Options_out_of_their_range_are_named()
    {
        (string, TajribaClientOptions)[] wrong =
        [
            ("Server", Server.Options with { Server = new Uri("/relative", UriKind.Relative) }),
            ("WriteKey", Server.Options with { WriteKey = " " }),
            ("BatchMessages", Server.Options with { BatchMessages = 2_501 }),
            ("BatchBytes", Server.Options with { BatchBytes = 100 }),
            ("QueueBytes", Server.Options with { QueueBytes = 100_000 }),
            ("FirstRetry", Server.Options with { FirstRetry = TimeSpan.FromSeconds(-1) }),
        ];
        foreach ((string name, TajribaClientOptions options) in wrong)
        {
            Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(() => new TajribaClient(options)).ParamName);
        }
    }
}
