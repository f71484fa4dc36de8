using System.Text;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Log;

public sealed class SqliteExperienceLogTests() : ExperienceLogTests(DatabaseProvider.Sqlite);

public sealed class PostgresExperienceLogTests() : ExperienceLogTests(DatabaseProvider.Postgres);

public abstract class ExperienceLogTests(DatabaseProvider provider)
{
    private static readonly DateTimeOffset Start = new(2024, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task What_was_appended_is_read_back_whole()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        var item = new NewEvent
        {
            Source = "test",
            Id = "a-1",
            Name = "نوبت گرفته شد",
            Time = Start.AddTicks(1230),
            Objects = [new("customer", "مشتری ۱"), new("branch", "b1", "host")],
            Channel = "phone",
            Unit = "north",
            Attributes = """{"note":"سلام"}""",
        };
        var result = await log.AppendAsync([item]);
        Assert.Equal(new AppendResult(1, 0, 1), result);
        Assert.Equal(1, log.Head);

        var read = Assert.Single(await log.ReadAsync(0, 10));
        Assert.Equal((1L, "test", "a-1", item.Name, item.Time), (read.Position, read.Source, read.Id, read.Name, read.Time));
        Assert.Equal(item.Objects, read.Objects);
        Assert.Equal(("phone", "north", item.Attributes), (read.Channel, read.Unit, read.Attributes));
    }

    [SkippableFact]
    public async Task An_id_met_before_adds_nothing_and_another_source_may_use_it()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await log.AppendAsync([Event("s", "1"), Event("s", "2"), Event("s", "1")]);
        var again = await log.AppendAsync([Event("s", "2"), Event("t", "2"), Event("s", "3")]);
        Assert.Equal(new AppendResult(2, 1, 4), again);
        Assert.Equal(["s1", "s2", "t2", "s3"], (await log.ReadAsync(0, 10)).Select(e => e.Source + e.Id));
    }

    [SkippableFact]
    public async Task A_fact_rolls_back_with_the_callers_transaction()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Get<IDatabase>().WriteAsync(async (transaction, cancel) =>
        {
            await log.AppendAsync(transaction, [Event("s", "1", name: "never")], cancel);
            throw new InvalidOperationException("changed my mind");
        }));
        Assert.Equal(0, log.Head);
        Assert.Equal(0, log.Names.FindEventName("never"));
        Assert.Equal(1, (await log.AppendAsync([Event("s", "1")])).LastPosition);
    }

    [SkippableFact]
    public async Task Several_appends_in_one_transaction_follow_each_other()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await database.Get<IDatabase>().WriteAsync(async (transaction, cancel) =>
        {
            await log.AppendAsync(transaction, [Event("s", "1")], cancel);
            await log.AppendAsync(transaction, [Event("s", "2"), Event("s", "1")], cancel);
        });
        Assert.Equal([1L, 2L], (await log.ReadAsync(0, 10)).Select(e => e.Position));
    }

    [SkippableFact]
    public async Task A_scan_gives_codes_that_the_names_resolve()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await log.AppendAsync([Event("s", "1", name: "Visit", channel: "web"), Event("s", "2", name: "Call")]);
        var seen = new List<string>();
        var last = log.Scan(0, (in CodedEvent e) =>
            seen.Add($"{e.Position} {log.Names.EventName(e.Name)} {(e.Channel == 0 ? "-" : log.Names.Channel(e.Channel))} {log.Names.ObjectType(e.ObjectTypes[0])} {e.Objects.Length} {Encoding.UTF8.GetString(e.Attributes)}"));
        Assert.Equal(2, last);
        Assert.Equal(["1 Visit web customer 1 {}", "2 Call - customer 1 {}"], seen);
        Assert.Equal(2, log.Scan(2, (in CodedEvent _) => Assert.Fail("nothing is left")));
    }

    [SkippableFact]
    public async Task Bulk_rows_are_kept_once_and_ids_need_not_be_looked_up()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await using (var bulk = await database.Get<IBulkAppender>().OpenAsync("import:1"))
        {
            Fill(bulk, 1, 500);
            await bulk.CommitAsync();
            Fill(bulk, 400, 700);
            await bulk.CommitAsync();
            Assert.Equal((700L, 101L), (bulk.Added, bulk.Known));
        }

        await using (var again = await database.Get<IBulkAppender>().OpenAsync("import:1"))
        {
            Assert.Equal(700, again.HighWater);
            Fill(again, 1, 800);
            await again.CommitAsync();
            Assert.Equal((100L, 700L), (again.Added, again.Known));
        }

        var read = await log.ReadAsync(0, 1000);
        Assert.Equal(Enumerable.Range(1, 800).Select(i => ((long)i, i.ToString())), read.Select(e => (e.Position, e.Id)));
        Assert.All(read, e => Assert.Equal([new ObjectRef("customer", "c" + (int.Parse(e.Id) % 37)), new ObjectRef("case", "k" + e.Id)], e.Objects));
        Assert.NotNull(await log.FindObjectAsync("case", "k42"));
        Assert.Null(await log.FindObjectAsync("customer", "k42"));
    }

    [SkippableFact]
    public async Task Bulk_rows_carry_the_part_that_each_object_has()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await log.AppendAsync([new NewEvent { Source = "s", Id = "1", Name = "Sold", Time = Start, Objects = [new("customer", "c1", "payer")] }]);
        await using (var bulk = await database.Get<IBulkAppender>().OpenAsync("import"))
        {
            var (name, customer, unit) = (bulk.EventName("Sold"), bulk.ObjectType("customer"), bulk.ObjectType("unit"));
            var (buyer, payer) = (bulk.Qualifier("buyer"), bulk.Qualifier("payer"));
            Assert.Equal((0, buyer), (bulk.Qualifier(""), bulk.Qualifier("buyer")));
            long[] both = [bulk.Object(customer, "c1"u8), bulk.Object(unit, "north"u8)];
            bulk.Add(1, name, 0, 0, 0, both, [], [buyer, 0]);
            bulk.Add(2, name, 0, 0, 0, both, []);
            await bulk.CommitAsync();
            bulk.Add(3, name, 0, 0, 0, both, [], [payer, buyer]);
            Assert.Throws<ArgumentException>(() => bulk.Add(4, name, 0, 0, 0, both, [], [buyer]));
            Assert.Throws<ArgumentOutOfRangeException>(() => bulk.Add(4, name, 0, 0, 0, both, [], [name, 0]));
            await bulk.CommitAsync();
        }

        Assert.Equal(
            ["buyer,", ",", "payer,buyer"],
            (await log.ReadAsync(1, 10)).Select(e => string.Join(',', e.Objects.Select(o => o.Qualifier))));
    }

    [SkippableFact]
    public async Task Neither_road_takes_attributes_that_a_reader_could_not_take()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await using var bulk = await database.Get<IBulkAppender>().OpenAsync("import");
        var name = bulk.EventName("Step");
        var subject = bulk.Object(bulk.ObjectType("customer"), "c1"u8);
        const string Bad = """{"a":"\ud800"}""";
        Assert.Throws<ArgumentException>(() => bulk.Add(1, name, 0, 0, 0, [subject], Encoding.UTF8.GetBytes(Bad)));
        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync([Event("s", "1") with { Attributes = Bad }]));

        bulk.Add(1, name, 0, 0, 0, [subject], """{"a":"\ud83d\ude00"}"""u8);
        await bulk.CommitAsync();
        Assert.Equal(1, bulk.Added);
    }

    [SkippableFact]
    public async Task A_bulk_batch_without_commit_leaves_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var bulk = await database.Get<IBulkAppender>().OpenAsync("import"))
        {
            Fill(bulk, 1, 100);
            await bulk.CommitAsync();
            Fill(bulk, 101, 200);
            await Assert.ThrowsAsync<InvalidOperationException>(() => bulk.CommitAsync((_, _) => throw new InvalidOperationException("killed")));
        }

        await using var other = database.Open();
        var log = (IExperienceLog)other.GetService(typeof(IExperienceLog))!;
        Assert.Equal(100, log.Head);
        await using var resumed = await ((IBulkAppender)log).OpenAsync("import");
        Assert.Equal(100, resumed.HighWater);
    }

    [SkippableFact]
    public async Task Names_that_another_process_brought_are_known_after_an_append_of_ones_own()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var log = database.Get<IExperienceLog>();
        await log.AppendAsync([Event("shop", "1")]);
        await using var other = database.Open();
        var elsewhere = (IExperienceLog)other.GetService(typeof(IExperienceLog))!;
        await elsewhere.AppendAsync([Event("till", "1", name: "Paid")]);

        await log.AppendAsync([Event("shop", "2")]);

        Assert.NotEqual(0, log.Names.FindEventName("Paid"));
    }

    private static void Fill(IBulkAppend bulk, int from, int to)
    {
        var name = bulk.EventName("Step");
        var customer = bulk.ObjectType("customer");
        var unit = bulk.Unit("north");
        var order = bulk.ObjectType("case");
        for (var i = from; i <= to; i++)
        {
            bulk.Add(
                i, name, Microseconds.Of(Start.AddMinutes(i)), 0, unit,
                [bulk.Object(customer, Encoding.UTF8.GetBytes("c" + (i % 37))), bulk.Object(order, Encoding.UTF8.GetBytes("k" + i))],
                "{\"n\":1}"u8);
        }
    }

    internal static NewEvent Event(string source, string id, string name = "Visit", string customer = "c1", int minute = 0, string? channel = null) => new()
    {
        Source = source,
        Id = id,
        Name = name,
        Time = Start.AddMinutes(minute),
        Objects = [new("customer", customer)],
        Channel = channel,
        Attributes = "{}",
    };
}
