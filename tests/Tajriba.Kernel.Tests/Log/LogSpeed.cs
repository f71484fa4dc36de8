using System.Diagnostics;
using System.Text;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Xunit.Abstractions;

namespace Tajriba.Kernel.Tests.Log;

public sealed class LogSpeed(ITestOutputHelper output)
{
    /// <summary>Prints rates; run by hand with TAJRIBA_SPEED=events (and TAJRIBA_SPEED_PROVIDER=Postgres).</summary>
    [SkippableFact]
    public async Task Print_rates()
    {
        var wanted = Environment.GetEnvironmentVariable("TAJRIBA_SPEED");
        Skip.If(string.IsNullOrEmpty(wanted), "Prints rates where TAJRIBA_SPEED names a number of events.");
        var events = int.Parse(wanted!);
        var provider = Enum.Parse<DatabaseProvider>(Environment.GetEnvironmentVariable("TAJRIBA_SPEED_PROVIDER") ?? nameof(DatabaseProvider.Sqlite));
        await using var database = await TestDatabase.CreateAsync(provider);
        Measure("attributes checked", events, () => Check(events));
        await Append(database, events);
        var log = database.Get<IExperienceLog>();
        for (var i = 0; i < 3; i++)
        {
            long bytes = 0;
            Measure("scan", events, () => log.Scan(0, (in CodedEvent e) => bytes += e.Attributes.Length));
        }

        var merger = database.Get<TimelineMerger>();
        await MeasureAsync("merge", events, () => merger.MergeAsync());
        Measure("scan merged", events, () => log.Scan(0, (in CodedEvent _) => { }));
        await MeasureAsync("1000 timelines", 1000, async () =>
        {
            for (var i = 1; i <= 1000; i++)
            {
                await log.ReadObjectAsync(i * 7, null, 20);
            }
        });
        await MeasureAsync("append, one by one", 500, async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                await log.AppendAsync([ExperienceLogTests.Event("s", "x" + i, customer: "c" + i)]);
            }
        });
        await MeasureAsync("append, by 100", 20_000, async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await log.AppendAsync([.. Enumerable.Range(0, 100).Select(k => ExperienceLogTests.Event("s", $"y{i}.{k}", customer: "c" + ((i * 131) + k)))]);
            }
        });
        output.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    private static void Check(int events)
    {
        for (var i = 0; i < events; i++)
        {
            Assert.Null(EventAttributes.Fault("{\"segment\":\"family\",\"customer_type\":\"private\",\"amount\":1234}"u8));
        }
    }

    private async Task Append(TestDatabase database, int events)
    {
        var random = new System.Random(1);
        var names = Enumerable.Range(0, 20).Select(i => "Event " + i).ToArray();
        await MeasureAsync("bulk append", events, async () =>
        {
            await using var bulk = await database.Get<IBulkAppender>().OpenAsync("import");
            var codes = names.Select(bulk.EventName).ToArray();
            var customer = bulk.ObjectType("customer");
            var order = bulk.ObjectType("case");
            var channel = bulk.Channel("web");
            var id = new byte[16];
            var objects = new long[2];
            for (var i = 1; i <= events; i++)
            {
                objects[0] = bulk.Object(customer, Id(id, (byte)'c', random.Next(events / 40)));
                objects[1] = bulk.Object(order, Id(id, (byte)'k', (i / 2000 * 100) + random.Next(100)));
                bulk.Add(i, codes[random.Next(20)], 1_600_000_000_000_000 + (i * 1_000_000L), channel, 0, objects, "{\"amount\":1234}"u8);
                if (bulk.Pending == 50_000)
                {
                    await bulk.CommitAsync();
                }
            }

            await bulk.CommitAsync();
        });
    }

    private static ReadOnlySpan<byte> Id(byte[] buffer, byte letter, int number)
    {
        buffer[0] = letter;
        _ = System.Buffers.Text.Utf8Formatter.TryFormat(number, buffer.AsSpan(1), out var length);
        return buffer.AsSpan(0, length + 1);
    }

    private void Measure(string what, int count, Action action) => MeasureAsync(what, count, () =>
    {
        action();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private async Task MeasureAsync(string what, int count, Func<Task> action)
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await action();
        process.Refresh();
        var used = (process.TotalProcessorTime - cpu).TotalSeconds;
        output.WriteLine($"{what}: {count / used:N0} per CPU-s ({used:N2} CPU-s, {clock.Elapsed.TotalSeconds:N2} s)");
    }
}
