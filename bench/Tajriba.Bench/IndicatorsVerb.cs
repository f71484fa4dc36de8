using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Bench;

/// <summary><c>indicators [ANSWERS] [FOLDER]</c>: pages of indicators over that many answers to surveys, asked over HTTP; a folder that is there already is used as it stands.</summary>
internal static class IndicatorsVerb
{
    private const int Usual = 1_000_000;
    private const int Batch = 100_000;
    private const int Port = 5_787;
    private const int Rounds = 7;
    private const int Answers = 300;

    private static readonly string[] Pages =
    [
        "dashboards/executive", "dashboards/executive?from=2025-01-01&to=2026-12-31&step=month", "dashboards/manager?unit=u3", "dashboards/agent?from=2026-01-01&channel=web",
        "indicators", "indicators/nps", "indicators/csi?by=context.segment&from=2025-01-01", "indicators/nps/units?from=2025-01-01", "indicators/csi/control", "indicators/nps/rows?hit=no", "indicators/nps/drivers",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        int answers = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Usual;
        string folder = arguments.Length > 1 ? arguments[1] : Path.Combine(Path.GetTempPath(), $"tajriba-indicators-{answers}");
        if (!Directory.Exists(folder))
        {
            await MakeAsync(folder, answers);
        }

        await using ExplorerHost house = await ExplorerHost.StartAsync(folder, Port);
        long begun = System.Diagnostics.Stopwatch.GetTimestamp();
        await house.AskAsync("indicators");
        while ((await house.TextAsync("api/indicators/nps/report")).Contains("\"progress\":0", StringComparison.Ordinal))
        {
            await Task.Delay(100);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read {answers} answers for every definition in {System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s, {house.Megabytes:F0} MB"));
        foreach (string page in Pages)
        {
            var times = new List<double>();
            for (int i = 0; i < Rounds; i++)
            {
                times.Add((await house.AskAsync(page)).Wall);
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page}: median {times[Rounds / 2]:F0} ms, most {times[^1]:F0} ms"));
        }

        await FollowAsync(house, folder);
        return 0;
    }

    /// <summary>From the moment at which another process has appended an answer until a report that is asked for again and again counts it.</summary>
    private static async Task FollowAsync(ExplorerHost house, string folder)
    {
        await using ServiceProvider other = House(folder);
        IExperienceLog log = other.GetRequiredService<IExperienceLog>();
        // In the past: a report ends with today.
        var day = new DateOnly(2026, 6, 15);
        string report = $"api/indicators/nps/report?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}";
        var times = new List<double>();
        long before = CountOf(await house.TextAsync(report));
        for (int i = 0; i < Answers; i++)
        {
            await log.AppendAsync([new NewEvent
            {
                Source = "bench-follow", Id = $"follow-{Guid.NewGuid():N}", Name = "Survey Answered", Time = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), Unit = "u1", Channel = "web",
                Objects = [new("customer", "c1")], Attributes = """{"survey":"after-service","scores":{"nps":9,"csi":80}}""",
            }]);
            long begun = System.Diagnostics.Stopwatch.GetTimestamp();
            while (CountOf(await house.TextAsync(report)) <= before)
            {
                await Task.Delay(5);
            }

            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            before++;
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"an answer appended by another process is in the report after: median {times[Answers / 2]:F0} ms, p99 {times[Answers * 99 / 100]:F0} ms, most {times[^1]:F0} ms ({Answers} answers)"));
    }

    private static long CountOf(string report)
    {
        using var document = System.Text.Json.JsonDocument.Parse(report);
        return document.RootElement.GetProperty("value").GetProperty("count").GetInt64();
    }

    private static ServiceProvider House(string folder)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Tajriba:DataDirectory", folder)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddTajribaKernel(configuration, [new AccessRoom(), new IndicatorsRoom()]);
        return services.BuildServiceProvider();
    }

    private static async Task MakeAsync(string folder, int answers)
    {
        await using ServiceProvider house = House(folder);
        await house.GetRequiredService<SchemaMigrator>().MigrateAsync();
        await using (AsyncServiceScope scope = house.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IUnits>().AddAsync([.. Enumerable.Range(0, 20).Select(u => new NewUnit("u" + u.ToString(CultureInfo.InvariantCulture), UnitKind.Branch, null, new LocalName($"Branch {u}")))]);
            await scope.ServiceProvider.GetRequiredService<IndicatorStore>().AddAsync(IndicatorTemplates.All);
        }

        await using IBulkAppend bulk = await house.GetRequiredService<IBulkAppender>().OpenAsync("bench");
        int name = bulk.EventName("Survey Answered"), customer = bulk.ObjectType("customer");
        int[] channels = [bulk.Channel("web"), bulk.Channel("sms"), bulk.Channel("email")];
        int[] units = [.. Enumerable.Range(0, 20).Select(u => bulk.Unit("u" + u.ToString(CultureInfo.InvariantCulture)))];
        var dice = new Random(1);
        long start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        for (int i = 0; i < answers; i++)
        {
            long subject = bulk.Object(customer, Encoding.UTF8.GetBytes("c" + dice.Next(200_000).ToString(CultureInfo.InvariantCulture)));
            int mood = dice.Next(0, 101);
            string attributes = string.Create(CultureInfo.InvariantCulture, $$"""
                {"survey":"after-service","version":1,"language":"fa","mode":"personal","seconds":74,"answers":{"nps":{{mood / 10}},"why":"so it was"},"scores":{"nps":{{mood / 10}},"csat":{{1 + (mood / 25)}},"ces":{{1 + (mood / 17)}},"csi":{{mood}},"csi.speed":{{Math.Clamp(mood + dice.Next(-20, 21), 0, 100)}},"csi.staff":{{Math.Clamp(mood + dice.Next(-40, 41), 0, 100)}} },"context":{"segment":"{{(i % 3 == 0 ? "premium" : "family")}}"},"test":false}
                """);
            bulk.Add(i + 1, name, (start + (long)(i * (690.0 * 86_400 / answers))) * 1_000_000, channels[i % 3], units[dice.Next(20)], [subject], Encoding.UTF8.GetBytes(attributes));
            if (bulk.Pending >= Batch)
            {
                await bulk.CommitAsync();
            }
        }

        await bulk.CommitAsync();
    }
}
