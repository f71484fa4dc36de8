using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Bench;

/// <summary>
/// <c>log [EVENTS] [CONNECTION]</c>: what the experience log costs, beside the bare store in the same run; on SQLite, and
/// on PostgreSQL where a connection is given.
/// </summary>
internal static class LogVerb
{
    private const int Usual = 1_000_000;
    private const int Batch = 50_000;
    private const int SingleBatch = 100;
    private const int Singles = 50_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int events = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Usual;
        Console.WriteLine($"| thousand events per CPU second, {events:N0} events | log | bare store | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        string folder = Directory.CreateTempSubdirectory("tajriba-log-bench-").FullName;
        try
        {
            double bare = LogCeiling.Sqlite(Path.Combine(folder, "bare.db"), events, Batch);
            double bareSmall = LogCeiling.Sqlite(Path.Combine(folder, "small.db"), Singles, SingleBatch);
            await MeasureAsync("SQLite", folder, null, events, bare, bareSmall);
            if (arguments.Length > 1)
            {
                double copy = await LogCeiling.PostgresAsync(arguments[1], events, Batch);
                double copySmall = await LogCeiling.PostgresAsync(arguments[1], Singles, SingleBatch);
                await MeasureAsync("PostgreSQL", folder, arguments[1], events, copy, copySmall);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(string store, string folder, string? connection, int events, double bare, double bareSmall)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Tajriba:DataDirectory", folder), .. connection is null ? [] : new KeyValuePair<string, string?>[] { new("Tajriba:Database", "postgres:" + connection) }])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddTajribaKernel(configuration, []);
        await using ServiceProvider kernel = services.BuildServiceProvider();
        await kernel.GetRequiredService<SchemaMigrator>().MigrateAsync();
        var log = kernel.GetRequiredService<IExperienceLog>();

        bool server = connection is not null;
        double bulk = await CpuClock.RateAsync(events, () => BulkAsync(kernel.GetRequiredService<IBulkAppender>(), events), server);
        Print($"{store}: bulk append with the merge into timelines", bulk, bare);
        double singles = await CpuClock.RateAsync(Singles, () => SinglyAsync(log), server);
        Print($"{store}: append by {SingleBatch}, each id looked up", singles, bareSmall);
        double scan = await CpuClock.RateAsync(events, () => Task.Run(() => log.Scan(0, static (in CodedEvent _) => { })), server);
        Console.WriteLine($"| {store}: scan | {scan / 1000:N0} | | |");
    }

    private static async Task BulkAsync(IBulkAppender appender, int events)
    {
        await using IBulkAppend bulk = await appender.OpenAsync("bench");
        int name = bulk.EventName("Service Completed");
        int channel = bulk.Channel("branch");
        int customer = bulk.ObjectType("customer");
        int visit = bulk.ObjectType("visit");
        for (int i = 0; i < events; i++)
        {
            LogRow row = LogRow.Of(i);
            bulk.Add(i + 1, name, row.Time, channel, 0, [bulk.Object(customer, row.Customer), bulk.Object(visit, row.Visit)], row.Attributes);
            if (bulk.Pending == Batch)
            {
                await bulk.CommitAsync();
            }
        }

        await bulk.CommitAsync();
    }

    private static async Task SinglyAsync(IExperienceLog log)
    {
        var batch = new List<NewEvent>(SingleBatch);
        for (int i = 0; i < Singles; i++)
        {
            batch.Add(new NewEvent
            {
                Source = "bench-singly",
                Id = i.ToString(CultureInfo.InvariantCulture),
                Name = "Service Completed",
                Time = DateTimeOffset.UnixEpoch.AddSeconds(i),
                Objects = [new("customer", $"c{i % 20_000}"), new("visit", $"v{i / 8}")],
                Channel = "branch",
                Attributes = """{"amount":12345}""",
            });
            if (batch.Count == SingleBatch)
            {
                await log.AppendAsync(batch);
                batch.Clear();
            }
        }
    }

    private static void Print(string what, double rate, double bare) =>
        Console.WriteLine($"| {what} | {rate / 1000:N0} | {bare / 1000:N0} | {rate / bare:0.00} |");
}
