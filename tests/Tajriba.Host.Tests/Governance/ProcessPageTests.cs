using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Host.Tests.Access;
using Tajriba.Host.Tests.Capture;
using Tajriba.Host.Tests.Indicators;
using Tajriba.Kernel.Log;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Organization.Processes.Relations;

namespace Tajriba.Host.Tests.Governance;

/// <summary>Processes on their pages: written down, put back, and their figures related to the experience.</summary>
public sealed class ProcessPageTests
{
    private const int EachMonth = 20;

    [Fact]
    public async Task A_process_is_written_down_changed_and_put_back()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        using HttpClient browser = await site.AdministratorAsync();
        ProcessBook book = site.Services.GetRequiredService<ProcessBook>();
        (string, string)[] fields = [("name", "Answering"), ("is", "Core"), ("unit", ""), ("feasibility", "4"), ("systems", "one\ntwo"), ("parts", "n1"), ("seen", "0")];
        Assert.StartsWith("/processes/R-1?done=saved", await PostAsync(browser, "/processes", "/processes/deeds/add", fields), StringComparison.Ordinal);
        Process made = book.Find<Process>(ProcessBook.Kind, "R-1")!.Value;
        Assert.Equal((ProcessKind.Core, 4), (made.Kind, made.Feasibility));
        Assert.Equal(["one", "two"], made.Systems);
        Assert.Equal(["n1"], made.Parts);
        Assert.Contains("wrong=feasibility", await PostAsync(browser, "/processes", "/processes/deeds/add", [.. fields.Where(f => f.Item1 != "feasibility"), ("feasibility", "9")]), StringComparison.Ordinal);
        Assert.Contains("wrong=indicator", await PostAsync(browser, "/processes/R-1", "/processes/R-1/figure", ("indicator", "nothing"), ("seen", "1")), StringComparison.Ordinal);
        Assert.Contains("R-1", (await browser.GetStringAsync("/governance/owners?of=process")), StringComparison.Ordinal);
        Assert.Contains("done=undone", await PostAsync(browser, "/processes/R-1", "/processes/deeds/undo", ("record", "R-1"), ("version", "1")), StringComparison.Ordinal);
        Assert.Empty(book.All<Process>(ProcessBook.Kind));
    }

    [Fact]
    public async Task An_indicator_that_follows_a_figure_after_a_month_is_found_after_a_month()
    {
        await using CaptureSite site = await CaptureSite.OpenAsync();
        var random = new Random(3);
        DateTimeOffset now = site.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var first = new DateTimeOffset(now.Year, now.Month, 1, 9, 0, 0, TimeSpan.Zero);
        int[] inTime = [.. Enumerable.Range(0, RelationReader.Months + 1).Select(_ => random.Next(4, 17))];
        var events = new List<NewEvent>();
        for (int month = 0; month < RelationReader.Months; month++)
        {
            DateTimeOffset at = first.AddMonths(month - RelationReader.Months);
            for (int i = 0; i < EachMonth; i++)
            {
                events.Add(Event("Delivered", month, i, at, new { late = i < inTime[month + 1] ? "no" : "yes" }));
                events.Add(Event("Rated", month, i, at, new { score = (inTime[month] / 2.0) + (i % 2) }));
            }
        }

        foreach (NewEvent[] part in events.Chunk(500))
        {
            await site.Log.AppendAsync(part);
        }

        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        IndicatorStore indicators = scope.ServiceProvider.GetRequiredService<IndicatorStore>();
        await indicators.SaveAsync(new IndicatorDefinition { Key = "in-time", Name = new("In time"), Kind = IndicatorKind.Share, Of = new(["Delivered"], []), Hit = [new("late", ConditionTest.Is, ["no"])] });
        await indicators.SaveAsync(new IndicatorDefinition { Key = "rating", Name = new("Rating"), Kind = IndicatorKind.Mean, Of = new(["Rated"], []), Value = "score", Measure = IndicatorMeasure.Number });
        await site.Services.GetRequiredService<ProcessBook>().AddAsync(ProcessBook.Kind, ProcessBook.Prefix, new Process("Delivery", ProcessKind.Core, null, "", "", [], []) { Figures = ["in-time"] }, null);
        using HttpClient browser = await site.AdministratorAsync();
        string text = "";
        await CaptureSite.UntilAsync(async () => (text = (await browser.PageAsync("/processes/relations?outcome=rating")).QuerySelector("main table")!.TextContent).Contains("one month later", StringComparison.Ordinal));
        Assert.All(["Delivery", "In time", "+1.00", "moves together"], t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.Contains("0.60", (await browser.PageAsync("/processes/ranking?outcome=rating")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    private static NewEvent Event(string name, int month, int number, DateTimeOffset at, object attributes) => new()
    {
        Source = "test",
        Id = $"{name}-{month}-{number}",
        Name = name,
        Time = at.AddHours(number),
        Unit = "n1",
        Objects = [new("customer", $"c{number}")],
        Attributes = JsonSerializer.Serialize(attributes),
    };

    private static Task<string> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) => IndicatorPageTests.PostAsync(browser, page, action, fields);
}
