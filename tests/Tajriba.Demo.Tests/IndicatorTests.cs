using Tajriba.Demo.Truths;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Units;
using Tajriba.Experience.Tests.Indicators;
using Tajriba.Experience.Tests.Journeys;
using Tajriba.Kernel.Access;
using Xunit.Abstractions;

namespace Tajriba.Demo.Tests;

/// <summary>The product's comparison of branches on the demo's story: the guilty one is found, the unlucky one is not accused.</summary>
public sealed class IndicatorTests(IndicatorTests.ToldLog told, ITestOutputHelper output) : IClassFixture<IndicatorTests.ToldLog>
{
    private static readonly string[] Keys = ["reopened-repairs", "csi", "nps", "service-score"];
    private static readonly IndicatorState Everything = new() { From = ToldStory.EndDay.AddDays(-600), To = ToldStory.EndDay };

    [Fact]
    public async Task Reopened_repairs_find_the_worse_branch_and_spare_the_one_that_only_looks_so()
    {
        var report = await CompareAsync("reopened-repairs");
        var worst = report.Units.MaxBy(u => u.Value.Value)!;
        Assert.Equal(PlantedTruths.InnocentUnit, worst.Code);
        Assert.Equal(UnitVerdict.Same, worst.Verdict);
        Assert.Equal(PlantedTruths.WorseUnit, Assert.Single(report.Units, u => u.Verdict == UnitVerdict.Worse).Code);
        Assert.True(worst.Shrunken < worst.Value.Value, "A small unit is drawn towards the others.");
    }

    /// <summary>Answers after a service tell the same: the guilty branch is worse by its own work, the unlucky one by no more than chance.</summary>
    [Theory]
    [InlineData("csi")]
    [InlineData("nps")]
    [InlineData("service-score")]
    public async Task Answers_find_the_worse_branch_and_accuse_no_other(string key)
    {
        var report = await CompareAsync(key);
        Assert.Equal(UnitVerdict.Same, Assert.Single(report.Units, u => u.Code == PlantedTruths.InnocentUnit).Verdict);
        Assert.Equal(PlantedTruths.WorseUnit, Assert.Single(report.Units, u => u.Verdict == UnitVerdict.Worse).Code);
    }

    [Fact]
    public async Task Reopened_repairs_are_drawn_with_limits_and_their_value_is_that_of_the_raw_events()
    {
        var definition = Definition("reopened-repairs");
        var value = (await told.House.Reader.ReportAsync(definition, Everything, CalendarKind.Jalali)).Value;
        Assert.InRange(value.Count, 40_000, 60_000);
        Assert.InRange(value.Value!.Value, 0.065, 0.085);
        var chart = await told.House.Control.ChartAsync(definition, IndicatorState.Default, CalendarKind.Jalali, UnitScope.Everything);
        Assert.True(chart!.Points.Count > 30);
        Assert.All(chart.Points, p => Assert.True(p.Lower <= chart.Centre && chart.Centre <= p.Upper));
        Assert.True(chart.Points.Count(p => p.Value >= p.Lower && p.Value <= p.Upper) >= chart.Points.Count * 9 / 10);
    }

    private async Task<UnitReport> CompareAsync(string key)
    {
        var report = await told.House.Units.CompareAsync(Definition(key), Everything);
        foreach (var unit in report.Units)
        {
            output.WriteLine($"{unit.Code} {unit.Value.Value:F4} of {unit.Value.Count}, limits {unit.Lower:F4} to {unit.Upper:F4}, {unit.Verdict}, shrunken {unit.Shrunken:F4}; dispersion {report.Dispersion:F2}");
        }

        return report;
    }

    private static IndicatorDefinition Definition(string key) => IndicatorTemplates.Find(key)! with { Id = Array.IndexOf(Keys, key) + 1, Version = 1 };

    /// <summary>The story in a log in memory, read by the room.</summary>
    public sealed class ToldLog : IAsyncLifetime
    {
        public ToldLog()
        {
            var log = new MemoryLog();
            var tape = new ToldStory().Tape;
            log.Append(Enumerable.Range(0, tape.Count).Select(i => tape.Describe(i, "demo")));
            House = new ObserverHouse(log, now: new DateTimeOffset(ToldStory.EndDay, TimeOnly.MinValue, TimeSpan.Zero));
        }

        internal ObserverHouse House { get; }

        /// <summary>A log that long is read behind the pages that ask.</summary>
        public async Task InitializeAsync()
        {
            IndicatorDefinition[] wanted = [.. Keys.Select(Definition)];
            while ((await House.Reader.ReportAsync(wanted, Everything, CalendarKind.Jalali)).Any(r => r.Progress < 1))
            {
                await Task.Delay(20);
            }
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
