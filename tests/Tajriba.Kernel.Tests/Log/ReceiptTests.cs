using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests.Access;

namespace Tajriba.Kernel.Tests.Log;

public sealed class SqliteReceiptTests() : ReceiptTests(DatabaseProvider.Sqlite);

public sealed class PostgresReceiptTests() : ReceiptTests(DatabaseProvider.Postgres);

public abstract class ReceiptTests(DatabaseProvider provider)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Case12_Receipts_ascend_by_every_road_over_restarts_and_nodes_whatever_their_clocks_say()
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddSingleton<TimeProvider>(time));
        var begun = time.GetUtcNow();
        var number = 0;
        foreach (var hours in new[] { 0, 24, -25, 0, 1, -2 })
        {
            time.Advance(TimeSpan.FromHours(hours));
            await TellAsync(database.Services, $"{number++}");
            await using var restarted = database.Open(configure: s => s.AddSingleton<TimeProvider>(time));
            await TellAsync(restarted, $"{number++}");
        }

        IReadOnlyList<LoggedEvent> events = await database.Get<IExperienceLog>().ReadAsync(0, 1000);
        Assert.Equal(3 * number, events.Count);
        Assert.Equal(begun, events[0].ReceivedAt);
        Assert.Equal(begun.AddDays(1), events[^1].ReceivedAt);
        Assert.Equal(events.Select(e => e.ReceivedAt).Order(), events.Select(e => e.ReceivedAt));
    }

    private static async Task TellAsync(IServiceProvider node, string id)
    {
        await node.GetRequiredService<IExperienceLog>().AppendAsync(
            [new NewEvent { Source = "own", Id = id, Name = "told", Time = Noon, Objects = [new ObjectRef("customer", "c")] }]);
        await node.GetRequiredService<ILiveAppender>().AppendAsync(
            [new LiveEvent { Source = "live", Id = id, Name = "told", Time = Microseconds.Of(Noon), Objects = [new ObjectRef("customer", "c")] }]);
        await using IBulkAppend bulk = await node.GetRequiredService<IBulkAppender>().OpenAsync("import:" + id);
        bulk.Add(1, bulk.EventName("told"), Microseconds.Of(Noon), 0, 0, [bulk.Object(bulk.ObjectType("customer"), "c"u8)], []);
        await bulk.CommitAsync();
    }
}
