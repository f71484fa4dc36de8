using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests.Access;

namespace Tajriba.Kernel.Tests.Log;

public sealed class SqliteLiveAppendTests() : LiveAppendTests(DatabaseProvider.Sqlite);

public sealed class PostgresLiveAppendTests() : LiveAppendTests(DatabaseProvider.Postgres);

public abstract class LiveAppendTests(DatabaseProvider provider)
{
    private const long Noon = 1_700_000_000_000_000;

    [SkippableFact]
    public async Task What_was_told_is_read_back_whole()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var item = new LiveEvent
        {
            Source = "shop",
            Id = "پیام-۱",
            Name = "نوبت گرفته شد",
            Time = Noon,
            Objects = [new("customer", "مشتری ۱"), new("customer", "c0", "previous"), new("visit", "v1")],
            Channel = "phone",
            Unit = "north",
            Attributes = """{"note":"سلام"}"""u8.ToArray(),
        };
        Assert.Equal(new AppendResult(1, 0, 1), await database.Get<ILiveAppender>().AppendAsync([item]));
        var read = Assert.Single(await database.Get<IExperienceLog>().ReadAsync(0, 10));
        Assert.Equal((1L, "shop", "پیام-۱", item.Name, "phone", "north", """{"note":"سلام"}"""), (read.Position, read.Source, read.Id, read.Name, read.Channel, read.Unit, read.Attributes));
        Assert.Equal(item.Objects, read.Objects);
        Assert.Equal(Noon, Microseconds.Of(read.Time));
    }

    [SkippableFact]
    public async Task An_event_told_again_is_known_within_one_call_later_after_a_merge_after_a_restart_and_on_another_node()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var live = database.Get<ILiveAppender>();
        Assert.Equal(new AppendResult(2, 1, 2), await live.AppendAsync([Event("s", "1"), Event("s", "2"), Event("s", "1", "changed")]));
        Assert.Equal(new AppendResult(2, 1, 4), await live.AppendAsync([Event("s", "2"), Event("t", "2"), Event("s", "3")]));
        await database.Get<TimelineMerger>().MergeAsync();
        Assert.Equal(new AppendResult(1, 4, 5), await live.AppendAsync([Event("s", "1"), Event("s", "2"), Event("t", "2"), Event("s", "3"), Event("s", "4")]));
        await using var another = database.Open();
        var elsewhere = another.GetRequiredService<ILiveAppender>();
        Assert.Equal(new AppendResult(1, 2, 6), await elsewhere.AppendAsync([Event("s", "1"), Event("s", "4"), Event("s", "5")]));
        Assert.Equal(new AppendResult(0, 1, 6), await live.AppendAsync([Event("s", "5")]));
        await another.GetRequiredService<TimelineMerger>().MergeAsync();
        Assert.Equal(new AppendResult(0, 5, 6), await live.AppendAsync([Event("s", "1"), Event("s", "2"), Event("s", "3"), Event("s", "4"), Event("s", "5")]));
        Assert.Equal(["s1", "s2", "t2", "s3", "s4", "s5"], (await database.Get<IExperienceLog>().ReadAsync(0, 10)).Select(e => e.Source + e.Id));
        Assert.Equal("told", (await database.Get<IExperienceLog>().ReadAsync(0, 1))[0].Name);
    }

    [SkippableFact]
    public async Task What_fails_leaves_nothing_behind_and_the_next_try_is_new()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var live = database.Get<ILiveAppender>();
        await live.AppendAsync([Event("s", "1")]);
        await Assert.ThrowsAsync<IOException>(() => live.AppendAsync([Event("s", "2", customer: "new"), Event("u", "1")], (_, _) => throw new IOException("disk")));
        Assert.Equal(1, database.Get<IExperienceLog>().Head);
        Assert.Equal(new AppendResult(2, 1, 3), await live.AppendAsync([Event("s", "2", customer: "new"), Event("u", "1"), Event("s", "1")]));
        Assert.Equal(["c", "new", "c"], (await database.Get<IExperienceLog>().ReadAsync(0, 10)).Select(e => e.Objects[0].Id));
    }

    [SkippableFact]
    public async Task A_source_tells_by_one_road_only()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var live = database.Get<ILiveAppender>();
        var log = database.Get<IExperienceLog>();
        await live.AppendAsync([Event("live", "1")]);
        await log.AppendAsync([Single("single", "1")]);
        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync([Single("live", "2")]));
        await Assert.ThrowsAsync<ArgumentException>(() => live.AppendAsync([Event("single", "2")]));
        await using var bulk = await database.Get<IBulkAppender>().OpenAsync("live");
        bulk.Add(1, bulk.EventName("told"), Noon, 0, 0, [bulk.Object(bulk.ObjectType("customer"), "c"u8)], []);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bulk.CommitAsync());
        Assert.Equal(2, log.Head);
    }

    [SkippableFact]
    public async Task Runs_of_ids_are_joined_and_dropped_outside_the_window()
    {
        var clock = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddSingleton<TimeProvider>(clock));
        var live = database.Get<ILiveAppender>();
        for (var i = 0; i < 6; i++)
        {
            await live.AppendAsync([.. Enumerable.Range(i * 1000, 1000).Select(n => Event("s", $"id-{n}"))]);
            await database.Get<TimelineMerger>().MergeAsync();
        }

        await using (var connection = await database.Get<IDatabase>().OpenAsync())
        {
            Assert.True(await connection.Command("select count(*) from log_id_run where state = 1").ScalarAsync<long>() <= 3);
        }

        Assert.Equal(new AppendResult(1, 6000, 6001), await live.AppendAsync([.. Enumerable.Range(0, 6001).Select(n => Event("s", $"id-{n}"))]));
        clock.Advance(ILiveAppender.Window + TimeSpan.FromHours(1));
        await live.AppendAsync([Event("s", "late")]);
        await database.Get<TimelineMerger>().MergeAsync();
        await using var after = await database.Get<IDatabase>().OpenAsync();
        Assert.True(await after.Command("select coalesce(sum(count), 0) from log_id_run").ScalarAsync<long>() <= 2);
        Assert.Equal(0, await after.Command("select count(*) from log_id where run not in (select run from log_id_run)").ScalarAsync<long>());
    }

    /// <summary>Whatever is told in whatever parts, with merges and restarts between: the log is the first telling of each, in order.</summary>
    [SkippableFact]
    public async Task The_log_holds_the_first_telling_of_each_in_order()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var random = new Random(20261122);
        var told = new List<string>();
        var seen = new HashSet<string>();
        var node = database.Services;
        ServiceProvider? restarted = null;
        for (var round = 0; round < 40; round++)
        {
            var batch = Enumerable.Range(0, random.Next(1, 60)).Select(_ => $"{random.Next(3)}:{random.Next(400)}").ToArray();
            told.AddRange(batch.Where(seen.Add));
            var result = await node.GetRequiredService<ILiveAppender>().AppendAsync([.. batch.Select(b => Event("s" + b[0], b[2..]))]);
            Assert.Equal(told.Count, result.LastPosition);
            switch (random.Next(5))
            {
                case 0:
                    await node.GetRequiredService<TimelineMerger>().MergeAsync();
                    break;
                case 1:
                    if (restarted is not null)
                    {
                        await restarted.DisposeAsync();
                    }

                    node = restarted = database.Open();
                    break;
                case 2:
                    node = database.Services;
                    break;
            }
        }

        var log = await database.Get<IExperienceLog>().ReadAsync(0, 10_000);
        Assert.Equal(told, log.Select(e => $"{e.Source[1..]}:{e.Id}"));
        if (restarted is not null)
        {
            await restarted.DisposeAsync();
        }
    }

    /// <summary>What follows the log sees the same events from memory as from the database, with other appends and restarts between.</summary>
    [SkippableFact]
    public async Task A_scan_from_memory_is_the_scan_of_the_database()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        var random = new Random(7);
        for (var round = 0; round < 25; round++)
        {
            if (random.Next(4) == 0)
            {
                await log.AppendAsync([Single("room", $"{round}")]);
            }

            var batch = Enumerable.Range(0, random.Next(0, 120)).Select(_ => Event("s", $"{random.Next(3000)}", $"name {random.Next(3)}", $"c{random.Next(50)}"));
            await database.Get<ILiveAppender>().AppendAsync([.. batch]);
            await using var fresh = database.Open();
            var after = random.NextInt64(0, log.Head + 1);
            Assert.Equal(Scan(fresh.GetRequiredService<IExperienceLog>(), after), Scan(log, after));
        }

        static List<string> Scan(IExperienceLog log, long after)
        {
            var seen = new List<string>();
            var reached = log.Scan(
                after,
                (in CodedEvent e) => seen.Add($"{e.Position} {e.Time} {e.Source} {e.Name} {e.Channel} {e.Unit} {string.Join(',', e.Objects.ToArray())} {string.Join(',', e.ObjectTypes.ToArray())} {string.Join(',', e.Qualifiers.ToArray())}"),
                withAttributes: false);
            Assert.Equal(log.Head, reached);
            return seen;
        }
    }

    /// <summary>A follower that says which attributes it wants finds them, whether the events are still in memory or not.</summary>
    [SkippableFact]
    public async Task A_scan_for_wanted_attributes_has_those_of_all_that_want_them()
    {
        await using var database = await TestDatabase.CreateAsync(provider, configure: s => s.AddSingleton<IAttributeInterest, MailInterest>());
        var told = Enumerable.Range(1, 3000).Select(n => n % 7 == 0 ? $"{{\"email\":\"{n}@example.com\"}}" : $"{{\"n\":{n}}}").ToArray();
        foreach (var part in told.Select((text, i) => (text, i)).Chunk(700))
        {
            await database.Get<ILiveAppender>().AppendAsync([.. part.Select(p => Event("s", $"{p.i}", attributes: p.text))]);
        }

        await using var restarted = database.Open();
        foreach (var log in new[] { database.Get<IExperienceLog>(), restarted.GetRequiredService<IExperienceLog>() })
        {
            var seen = new List<long>();
            var reached = log.ScanWanted(10, 2500, (in CodedEvent e) =>
            {
                seen.Add(e.Position);
                var attributes = Encoding.UTF8.GetString(e.Attributes);
                Assert.True(attributes == told[e.Position - 1] || (attributes.Length == 0 && e.Position % 7 != 0));
            });
            Assert.Equal(2500, reached);
            Assert.Equal(Enumerable.Range(11, 2490).Select(p => (long)p), seen);
        }
    }

    private sealed class MailInterest : IAttributeInterest
    {
        public bool Wants(ReadOnlySpan<byte> attributes) => attributes.IndexOf("mail"u8) >= 0;
    }

    private static LiveEvent Event(string source, string id, string name = "told", string customer = "c", string attributes = "{}") => new()
    {
        Source = source, Id = id, Name = name, Time = Noon, Objects = [new("customer", customer)], Attributes = Encoding.UTF8.GetBytes(attributes),
    };

    private static NewEvent Single(string source, string id) => new()
    {
        Source = source, Id = id, Name = "told", Time = Microseconds.ToTime(Noon), Objects = [new("customer", "c")],
    };
}
