using System.Text.Json.Nodes;
using Tajriba.Client;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>Our own client against a running server that is killed, refuses and loses answers, while the client itself is stopped and begun again on its queue.</summary>
[Collection(nameof(Outage))]
public sealed class OwnClientTests
{
    private const int Users = 5;
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromMilliseconds(2);

    [SkippableTheory]
    [MemberData(nameof(OutageTests.Providers), MemberType = typeof(OutageTests))]
    public async Task It_sends_on_through_outages_and_its_own_restarts_and_everything_is_there_once_and_in_order(DatabaseProvider provider)
    {
        string folder = Directory.CreateTempSubdirectory("tajriba-queue-").FullName;
        await using Outage outage = await Outage.PrepareAsync(provider);
        (string source, string key) = await outage.SourceAsync("Kiosk");
        var dropped = new List<DroppedMessages>();
        var options = new TajribaClientOptions
        {
            Server = outage.Gate.Address, WriteKey = key, QueueDirectory = folder, SegmentBytes = 40_000, QueueBytes = 64 << 20, BatchMessages = 50,
            BatchInterval = TimeSpan.FromMilliseconds(100), FirstRetry = TimeSpan.FromMilliseconds(50), LongestRetry = AMoment, RequestTimeout = TimeSpan.FromSeconds(5),
            ShutdownTimeout = TimeSpan.Zero, Gzip = true, Dropped = dropped.Add,
        };

        int made = 0;
        made = await RunAsync(options, made, async () =>
        {
            await outage.UntilMoreThanAsync(source, 100);
            await outage.Server.KillAsync();
            await Task.Delay(AMoment);
        });
        made = await RunAsync(options, made, async () =>
        {
            await outage.Gate.ShutAsync();
            await Task.Delay(AMoment);
        });
        made = await RunAsync(options, made, async () =>
        {
            await outage.Gate.OpenAsync(GateMode.Unavailable);
            Task back = outage.Server.StartAsync();
            await Task.Delay(AMoment);
            outage.Gate.Mode = GateMode.Busy;
            await Task.WhenAll(back, Task.Delay(AMoment));
            outage.Gate.Mode = GateMode.AnswersLost;
            await Outage.UntilAsync(() => Task.FromResult(outage.Gate.Lost >= 3));
        });
        made = await RunAsync(options, made, async () =>
        {
            outage.Gate.Mode = GateMode.Open;
            await outage.UntilMoreThanAsync(source, 1_000);
            await outage.Server.StopAsync();
            await outage.Server.StartAsync();
        });

        await using (var last = new TajribaClient(options))
        {
            await last.FlushAsync();
            Assert.Equal(0, last.Counts.DamagedBytes);
        }

        Assert.Empty(dropped);
        Assert.Empty(Directory.GetFiles(folder, "*.queue"));
        IReadOnlyList<LoggedEvent> events = await outage.EventsAsync(source);
        Assert.Equal(made, events.Count);
        Assert.All(events.Select(Outage.SeqOf).GroupBy(seq => seq % Users), user => Assert.Equal(Enumerable.Range(0, made).Where(seq => seq % Users == user.Key), user));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A client that tells of one event after the other until something has happened, and is stopped with no time to deliver.</summary>
    /// <returns>How many events there are by then.</returns>
    private static async Task<int> RunAsync(TajribaClientOptions options, int made, Func<Task> happening)
    {
        await using var client = new TajribaClient(options);
        Task happened = happening();
        while (!happened.IsCompleted)
        {
            await client.TrackAsync(TajribaUser.Known($"u{made % Users}"), "Pressed", new JsonObject { ["seq"] = made });
            made++;
            await Task.Delay(BetweenEvents);
        }

        await happened;
        return made;
    }
}
