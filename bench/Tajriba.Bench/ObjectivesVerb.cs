using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Log;
using Tajriba.Organization.Objectives;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Bench;

/// <summary>
/// <c>objectives [OBJECTIVES] [FOLDER]</c>: that many objectives with 25 check-ins each over 200,000 events, asked over HTTP, and how soon an event moves
/// a key result; a folder that is there already is used as it stands.
/// </summary>
internal static class ObjectivesVerb
{
    private const int Usual = 2_000;
    private const int Checkins = 25;
    private const int Events = 200_000;
    private const int Units = 20;
    private const int Indicators = 10;
    private const int Port = 5_792;

    /// <summary>Milliseconds that a page may take.</summary>
    private const double Most = 200;

    /// <summary>Seconds within which an event moves a key result.</summary>
    private const double Soon = 5;
    private const string KeyFile = "bench-key";

    private static readonly string[] Pages =
    [
        "objectives", "objectives?page=20", "objectives?unit=u3", "objectives?standing=OffTrack", "objectives?level=Team", "objectives?under=O-1", "objectives/O-1", "objectives/O-777", "objectives/map", "objectives/reviews",
        "objectives/cycles", "objectives/print", "objectives/new", "api/objectives",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        int count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Usual;
        string folder = arguments.Length > 1 ? arguments[1] : Path.Combine(Path.GetTempPath(), $"tajriba-objectives-{count}");
        if (!Directory.Exists(folder))
        {
            await MakeAsync(folder, count);
        }

        await using ExplorerHost house = await ExplorerHost.StartAsync(folder, Port);
        foreach (string page in Pages)
        {
            await house.TellAsync(page, Most);
        }

        await FollowAsync(house, await File.ReadAllTextAsync(Path.Combine(folder, KeyFile)));
        return 0;
    }

    /// <summary>Sends an event again and again, and waits each time until the key result counts it.</summary>
    private static async Task FollowAsync(ExplorerHost house, string key)
    {
        using var sender = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}/") };
        sender.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        var waits = new List<double>();
        for (int round = 0; round < 20; round++)
        {
            long before = await CountAsync(house);
            long begun = Stopwatch.GetTimestamp();
            using var body = new StringContent("""{"event":"Answered 0","userId":"bench","properties":{"late":"no"}}""", Encoding.UTF8, "application/json");
            (await sender.PostAsync(new Uri("v1/track", UriKind.Relative), body)).EnsureSuccessStatusCode();
            while (await CountAsync(house) == before)
            {
                await Task.Delay(20);
            }

            waits.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }

        waits.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a key result counts an event after {waits[waits.Count / 2]:F1} s (median), {waits[^1]:F1} s (most), {waits[^1] / Soon:F2} of the {Soon:F0} s that are allowed"));
    }

    private static async Task<long> CountAsync(ExplorerHost house)
    {
        using JsonDocument told = JsonDocument.Parse(await house.TextAsync("api/objectives/O-1"));
        return told.RootElement.GetProperty("results")[0].GetProperty("count").GetInt64();
    }

    private static async Task MakeAsync(string folder, int count)
    {
        await using WebApplication house = await FeedbackVerb.OpenAsync(folder, new ObjectivesRoom());
        var now = DateTimeOffset.UtcNow;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var dice = new Random(1);
        await AppendAsync(house, now, dice);
        await using (AsyncServiceScope scope = house.Services.CreateAsyncScope())
        {
            for (int i = 0; i < Indicators; i++)
            {
                await scope.ServiceProvider.GetRequiredService<IndicatorStore>().SaveAsync(new IndicatorDefinition
                {
                    Key = "answered-" + i.ToString(CultureInfo.InvariantCulture), Name = new("Answered in time"), Kind = IndicatorKind.Share, Of = new(["Answered " + i.ToString(CultureInfo.InvariantCulture)], []), Hit = [new("late", ConditionTest.Is, ["no"])],
                });
            }

            SourceStore sources = scope.ServiceProvider.GetRequiredService<SourceStore>();
            await File.WriteAllTextAsync(Path.Combine(folder, KeyFile), await sources.IssueKeyAsync(await sources.AddAsync("Bench", null, null)));
        }

        ObjectiveBook book = house.Services.GetRequiredService<ObjectiveBook>();
        long begun = Stopwatch.GetTimestamp();
        string cycle = await book.AddAsync(ObjectiveKind.Cycle, "C", new Cycle("Quarter", today.AddDays(-60), today.AddDays(30)), null);
        for (int i = 0; i < count; i++)
        {
            int indicator = i % Indicators;
            string? unit = i == 0 ? null : "u" + (i % Units).ToString(CultureInfo.InvariantCulture);
            string code = await book.AddAsync(
                ObjectiveKind.Objective,
                "O",
                new Objective("Nobody waits for an answer", "", cycle, i == 0 ? ObjectiveLevel.Organization : i < 20 ? ObjectiveLevel.Department : i < 200 ? ObjectiveLevel.Team : ObjectiveLevel.Person, unit, 1)
                {
                    Parent = i == 0 ? null : "O-" + (1 + (i / 10)).ToString(CultureInfo.InvariantCulture),
                    Contributes = true,
                    Results =
                    [
                        Measured("K1", indicator, unit, 28), Measured("K2", (indicator + 1) % Indicators, unit, 0),
                        new("K3", "Calls listened to", 100) { Baseline = 0, Days = 0 },
                    ],
                },
                null);
            for (int said = 0; said < Checkins; said++)
            {
                await book.SaveAsync(ObjectiveKind.Checkin, code, said, new Checkin(now.AddDays(said - Checkins), dice.NextDouble(), "It moves.") { Values = new Dictionary<string, double> { ["K3"] = said * 3 }, By = 1 }, null);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} objectives with {count * Checkins} check-ins were written one by one in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s"));
    }

    private static KeyResult Measured(string key, int indicator, string? unit, int days)
        => new(key, "Answered in time", 0.9) { Indicator = new FigureCut("answered-" + indicator.ToString(CultureInfo.InvariantCulture)), Unit = unit, Days = days };

    private static async Task AppendAsync(WebApplication house, DateTimeOffset now, Random dice)
    {
        await using IBulkAppend bulk = await house.Services.GetRequiredService<IBulkAppender>().OpenAsync("bench");
        int[] names = [.. Enumerable.Range(0, Indicators).Select(i => bulk.EventName("Answered " + i.ToString(CultureInfo.InvariantCulture)))];
        int[] units = [.. Enumerable.Range(0, Units).Select(u => bulk.Unit("u" + u.ToString(CultureInfo.InvariantCulture)))];
        int customer = bulk.ObjectType("customer"), channel = bulk.Channel("web");
        byte[][] said = ["{\"late\":\"no\"}"u8.ToArray(), "{\"late\":\"yes\"}"u8.ToArray()];
        long start = now.AddDays(-300).ToUnixTimeSeconds();
        for (int i = 0; i < Events; i++)
        {
            bulk.Add(i + 1, names[dice.Next(Indicators)], (start + (long)(i * (299.0 * 86_400 / Events))) * 1_000_000, channel, units[dice.Next(Units)], [bulk.Object(customer, Encoding.UTF8.GetBytes("c" + dice.Next(20_000).ToString(CultureInfo.InvariantCulture)))], said[dice.Next(10) < 8 ? 0 : 1]);
            if (bulk.Pending >= 5_000)
            {
                await bulk.CommitAsync();
            }
        }

        await bulk.CommitAsync();
    }
}
