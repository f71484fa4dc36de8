using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Log;

public sealed class SqliteTimelineTests() : TimelineTests(DatabaseProvider.Sqlite);

public sealed class PostgresTimelineTests() : TimelineTests(DatabaseProvider.Postgres);

public abstract class TimelineTests(DatabaseProvider provider)
{
    private static readonly DateTimeOffset Start = new(2024, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task In_whatever_order_events_arrive_and_are_merged_a_timeline_is_the_sorted_input()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        var merger = database.Get<TimelineMerger>();
        var round = 0;
        var steps = from m in Gen.Choose(0, 5)
                    from minute in Gen.Choose(0, 40)
                    from who in Gen.Choose(0, 2)
                    select (Merge: m == 0, Minute: minute, Who: who);
        foreach (var sequence in steps.ListOf().Sample(20, 20))
        {
            var prefix = $"r{round++}-";
            var expected = new List<(int Minute, string Id)>[] { [], [], [] };
            var n = 0;
            foreach (var (merge, minute, who) in sequence)
            {
                if (merge)
                {
                    await merger.MergeAsync();
                    continue;
                }

                var id = prefix + n++;
                await log.AppendAsync([new()
                {
                    Source = "s", Id = id, Name = "Visit", Time = Start.AddMinutes(minute),
                    Objects = [new("customer", prefix + who), new("case", prefix + who), new("customer", prefix + who, "again")],
                }]);
                expected[who].Add((minute, id));
            }

            for (var who = 0; who < 3; who++)
            {
                var newestFirst = expected[who].Select((e, i) => (e.Minute, i, e.Id)).OrderByDescending(e => (e.Minute, e.i)).Select(e => e.Id);
                Assert.Equal(newestFirst, await ReadAsync(log, prefix + who, 1000));
                Assert.Equal(newestFirst, await ReadAsync(log, prefix + who, 3));
            }
        }
    }

    [SkippableFact]
    public async Task A_rebuilt_timeline_equals_the_incremental_one_and_a_second_node_reads_the_same()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        var merger = database.Get<TimelineMerger>();
        var random = new System.Random(7);
        for (var i = 0; i < 60; i++)
        {
            await log.AppendAsync([.. Enumerable.Range(0, 5).Select(k => ExperienceLogTests.Event("s", $"{i}-{k}", customer: "c" + random.Next(4), minute: random.Next(500)))]);
            if (i % 17 == 16)
            {
                await merger.MergeAsync();
            }
        }

        var before = await AllAsync(log);
        await using var other = database.Open();
        Assert.Equal(before, await AllAsync((IExperienceLog)other.GetService(typeof(IExperienceLog))!));
        await merger.RebuildAsync();
        Assert.Equal(0, await merger.WaitingAsync());
        Assert.Equal(before, await AllAsync(log));
    }

    [SkippableFact]
    public async Task A_merge_that_died_half_way_is_done_again_and_never_seen()
    {
        Skip.If(provider == DatabaseProvider.Postgres, "There a merge is one transaction.");
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await log.AppendAsync([.. Enumerable.Range(0, 50).Select(i => ExperienceLogTests.Event("s", $"{i}", customer: "c" + (i % 3), minute: 50 - i))]);
        var before = new List<string>();
        await database.Get<IDatabase>().WriteAsync(async (transaction, cancel) =>
        {
            await transaction.Command("update log_merge set target = 30").RunAsync(cancel);
            await transaction.Command(
                "insert into log_timeline (object, last_time, last_position, first_time, entries) select 1, max(time), 1, min(time), x'' from log_event where position = 1").RunAsync(cancel);
        });
        await log.AppendAsync([ExperienceLogTests.Event("s", "late", customer: "c0", minute: 3)]);
        before = await AllAsync(log);
        Assert.Equal(before, await AllAsync(log));
        await database.Get<TimelineMerger>().MergeAsync();
        Assert.Equal(before, await AllAsync(log));
    }

    private static async Task<List<string>> AllAsync(IExperienceLog log)
    {
        var all = new List<string>();
        foreach (var found in await log.SearchObjectsAsync("customer", "c", 10))
        {
            all.AddRange(await ReadAsync(log, found.Id, 7));
            all.Add("-");
        }

        return all;
    }

    private static async Task<List<string>> ReadAsync(IExperienceLog log, string customer, int page)
    {
        var ids = new List<string>();
        if (await log.FindObjectAsync("customer", customer) is not { } number)
        {
            return ids;
        }

        TimelineCursor? cursor = null;
        do
        {
            var timeline = await log.ReadObjectAsync(number, cursor, page);
            ids.AddRange(timeline.Events.Select(e => e.Id));
            cursor = timeline.Next;
        }
        while (cursor is not null);
        return ids;
    }
}
