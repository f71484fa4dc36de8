using System.Globalization;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Units;
using Tajriba.Experience.Tests.Journeys;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Statistics;

namespace Tajriba.Experience.Tests.Indicators;

public sealed class ControlTests
{
    private static readonly IndicatorDefinition Share = new()
    {
        Id = 1, Version = 1, Key = "share", Name = new("Share"), Kind = IndicatorKind.Share, Of = new(["Answered"], []), Hit = [new("score", ConditionTest.AtLeast, ["4"])],
    };

    private static readonly IndicatorDefinition Mean = Share with { Id = 2, Key = "mean", Kind = IndicatorKind.Mean, Value = "score", Hit = [] };

    private static readonly IndicatorDefinition Rate = Share with { Id = 3, Key = "rate", Kind = IndicatorKind.Rate, Of = new(["Complained"], []), Per = new(["Answered"], []), Hit = [] };

    [Fact]
    public async Task A_fall_in_the_last_week_is_a_signal_and_the_weeks_before_are_none()
    {
        var house = House(week => week == 0 ? 0.2 : 0.7);
        var chart = await ChartAsync(house, Share);
        Assert.Equal(ControlKind.P, chart!.Kind);
        Assert.Equal([RunsRule.Nelson1], chart.Points[^1].Marks);
        Assert.All(chart.Points.SkipLast(1), p => Assert.DoesNotContain(RunsRule.Nelson1, p.Marks));
        Assert.Contains(chart.Points.Count - 1, chart.Cusum.Out.Append(chart.Points.Count - 1));
        Assert.Equal(ControlKind.Means, (await ChartAsync(house, Mean))!.Kind);
        Assert.Equal(ControlKind.U, (await ChartAsync(house, Rate))!.Kind);
    }

    [Fact]
    public async Task Weeks_that_vary_more_than_chance_get_limits_that_know_it()
    {
        var chart = await ChartAsync(House(week => week % 2 == 0 ? 0.4 : 0.8), Share);
        Assert.Equal(ControlKind.Laney, chart!.Kind);
        Assert.DoesNotContain(chart.Points, p => p.Marks.Contains(RunsRule.Nelson1));
    }

    /// <summary>Around Nowruz few answer: a mean of twelve moves more than one of four hundred, and that is no signal. A chart of single values cries.</summary>
    [Fact]
    public async Task A_week_with_few_answers_has_wider_limits()
    {
        var chart = (await ChartAsync(Weeks(week => week is 20 or 21 ? (12, 3.4) : (400, week % 2 == 0 ? 4.02 : 3.98)), Mean))!;
        Assert.Equal((ControlKind.Means, 30), (chart.Kind, chart.Points.Count));
        Assert.All(chart.Points, p => Assert.DoesNotContain(RunsRule.Nelson1, p.Marks));
        Assert.True(chart.Points[20].Upper - chart.Centre > 5 * (chart.Points[0].Upper - chart.Centre));
        var single = IndividualsChart.Of([.. chart.Points.Take(20).Select(p => p.Value)]);
        Assert.True(chart.Points[20].Value < single.Limits.Lower, "Limits that know nothing of sizes take it for a signal.");

        // The same fall in a week of the usual size is one; and where weeks differ anyway, the limits are wider.
        Assert.Contains(RunsRule.Nelson1, (await ChartAsync(Weeks(week => (400, week == 20 ? 3.4 : week % 2 == 0 ? 4.02 : 3.98)), Mean))!.Points[20].Marks);
        Assert.Equal(ControlKind.LaneyMeans, (await ChartAsync(Weeks(week => (400, week % 2 == 0 ? 4.4 : 3.6)), Mean))!.Kind);
    }

    /// <summary>Thirty weeks, the oldest first, of scores one point to both sides of a mean.</summary>
    private static ObserverHouse Weeks(Func<int, (int Size, double Mean)> of)
    {
        var monday = new DateTimeOffset(2026, 6, 29, 0, 0, 0, TimeSpan.Zero).AddDays(-7 * 30);
        return new ObserverHouse(new MemoryLog().Append(Enumerable.Range(0, 30).SelectMany(week => Enumerable.Range(0, of(week).Size).Select(i =>
            Event((week * 1_000) + i, "Answered", monday.AddDays(7 * week).AddHours(30), "n1", 0) with { Attributes = string.Create(CultureInfo.InvariantCulture, $$"""{"score":{{of(week).Mean + (i % 2 == 0 ? 1 : -1)}} }""") }))));
    }

    [Fact]
    public async Task Too_few_weeks_give_no_chart()
        => Assert.Null(await ChartAsync(House(_ => 0.5, weeks: 8), Share));

    [Fact]
    public async Task Units_of_one_kind_are_the_same_and_a_worse_one_is_worse()
    {
        var house = House(_ => 0.7, worse: "s1");
        foreach (var definition in new[] { Share, Mean })
        {
            var report = await house.Units.CompareAsync(definition, IndicatorState.Default);
            Assert.Equal(6, report.Units.Count);
            Assert.Equal("s1", Assert.Single(report.Units, u => u.Verdict != UnitVerdict.Same).Code);
            Assert.Equal(UnitVerdict.Worse, report.Units.Single(u => u.Code == "s1").Verdict);
        }

        var rate = await house.Units.CompareAsync(Rate with { HigherIsBetter = false }, IndicatorState.Default);
        Assert.All(rate.Units, u => Assert.Equal(UnitVerdict.Same, u.Verdict));
    }

    private static Task<ControlChart?> ChartAsync(ObserverHouse house, IndicatorDefinition definition)
        => house.Control.ChartAsync(definition, IndicatorState.Default, CalendarKind.Gregorian, UnitScope.Everything);

    /// <summary>Sixty answers a week, of which a share is good; every fifth comes with a complaint.</summary>
    private static ObserverHouse House(Func<int, double> good, int weeks = 40, string? worse = null)
    {
        string[] units = ["n1", "n2", "n3", "a1", "a2", "s1"];
        var monday = new DateTimeOffset(2026, 6, 29, 0, 0, 0, TimeSpan.Zero);
        var events = new List<NewEvent>();
        for (var week = 0; week < weeks; week++)
        {
            for (var i = 0; i < 60; i++)
            {
                // A little unevenness from week to week, as chance has it, but never more than chance.
                var unit = units[i % 6];
                var share = unit == worse ? 0.3 : good(week) + (((week * 7 % 5) - 2) * 0.02);
                var time = monday.AddDays(-7 * (week + 1)).AddHours(10 + i);
                events.Add(Event(events.Count, "Answered", time, unit, (i / 6 * 7 % 10) < share * 10 ? 5 : 2));
                if (i % (4 + (week % 3)) == 0)
                {
                    events.Add(Event(events.Count, "Complained", time, unit, 0));
                }
            }
        }

        return new ObserverHouse(new MemoryLog().Append(events));
    }

    private static NewEvent Event(int id, string name, DateTimeOffset time, string unit, int score) => new()
    {
        Source = "test", Id = id.ToString(), Name = name, Time = time, Unit = unit, Objects = [new("customer", "c" + id)], Attributes = $$"""{"score":{{score}}}""",
    };
}
