using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Tests.Journeys;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Tests.Indicators;

/// <summary>However the events come, what is shown is what the raw events say.</summary>
public sealed class IncrementalTests
{
    private const long PerDay = 86_400;
    private static readonly IndicatorState State = new() { From = new(2026, 4, 20), To = new(2026, 6, 30), Step = PeriodStep.Week };

    [Fact]
    public void Grown_reread_and_counted_by_hand_agree() => Prop.ForAll<int, PositiveInt>((seed, size) => Agree(seed, 20 + (size.Get * 7 % 180))).QuickCheckThrowOnFailure();

    [Fact]
    public void Slices_and_periods_add_up() => Prop.ForAll<int>(AddUp).QuickCheckThrowOnFailure();

    [Fact]
    public void A_manager_sees_the_own_units_alone() => Prop.ForAll<int>(SeesOwn).QuickCheckThrowOnFailure();

    private static bool Agree(int seed, int size)
    {
        var events = RandomFeedback.Events(seed, size);
        var growing = new MemoryLog();
        var house = new ObserverHouse(growing);
        foreach (var part in events.Chunk(17))
        {
            growing.Append(part);
            Reports(house);
        }

        var grown = Reports(house);
        var reread = Reports(new ObserverHouse(new MemoryLog().Append(events)));
        Assert.All(grown.Zip(reread), pair => Assert.True(Same(pair.First, pair.Second), pair.First.Definition.Key));
        Assert.All(grown, report =>
        {
            var byHand = ByHand(report.Definition, events);
            Assert.True(Same(report.Value, byHand), $"{report.Definition.Key}: {report.Value} is {byHand} by hand");
        });
        return true;
    }

    private static bool AddUp(int seed)
    {
        var house = new ObserverHouse(new MemoryLog().Append(RandomFeedback.Events(seed, 200)));
        return Reports(house).All(report => new[] { "unit", "channel", "context.segment" }.All(by =>
            {
                var groups = house.Reader.GroupsAsync(report.Definition, State, by).Result;
                return groups.Sum(g => g.Value.Count) == report.Value.Count && groups.Sum(g => g.Value.Hits ?? 0) == (report.Value.Hits ?? 0);
            })
            && report.Points.Sum(p => p.Value.Count) == report.Value.Count);
    }

    private static bool SeesOwn(int seed)
    {
        var log = new MemoryLog().Append(RandomFeedback.Events(seed, 150));
        var everything = Reports(new ObserverHouse(log), State with { Unit = "n1" });
        var own = Reports(new ObserverHouse(log, UnitScope.Of(["n1"])));
        return everything.Zip(own).All(pair => Same(pair.First, pair.Second));
    }

    private static IReadOnlyList<IndicatorReport> Reports(ObserverHouse house, IndicatorState? state = null)
        => house.Reader.ReportAsync(RandomFeedback.Definitions, state ?? State, CalendarKind.Jalali).Result;

    private static bool Same(IndicatorReport one, IndicatorReport other)
        => Same(one.Value, (other.Value.Count, other.Value.Hits, other.Value.Value)) && Same(one.Before, (other.Before.Count, other.Before.Hits, other.Before.Value))
            && one.Points.Select(p => p.Value.Count).SequenceEqual(other.Points.Select(p => p.Value.Count));

    private static bool Same(IndicatorValue value, (long Count, long? Hits, double? Value) other)
        => value.Count == other.Count && value.Hits == other.Hits && (value.Value is null == other.Value is null) && Math.Abs((value.Value ?? 0) - (other.Value ?? 0)) < 1e-9;

    private static (long Count, long? Hits, double? Value) ByHand(IndicatorDefinition d, List<NewEvent> events)
    {
        var mine = Within(events, d.Of.Events[0]);
        switch (d.Key)
        {
            case "share":
                return Share(mine.Count, mine.Count(e => Score(e, "csat") >= 4));
            case "rate":
                var per = Within(events, "Asked").Count;
                return (per, mine.Count, per == 0 ? null : (double)mine.Count / per);
            case "mean":
                double[] speeds = [.. mine.Select(e => Score(e, "csi.speed"))];
                return (speeds.Length, null, speeds.Length == 0 ? null : speeds.Average());
            case "nps":
                double[] scores = [.. mine.Where(e => JsonNode.Parse(e.Attributes!)!["test"]!.GetValue<bool>() is false).Select(e => Score(e, "nps"))];
                return (scores.Length, scores.Count(s => s >= 9), scores.Length == 0 ? null : 100.0 * (scores.Count(s => s >= 9) - scores.Count(s => s <= 6)) / scores.Length);
            default:
                var over = mine.Where(e => (ObserverHouse.Now - e.Time).TotalDays >= d.Days).ToList();
                double[] after = [.. over.Select(e => After(e, d.Then!.Events[0], events))];
                var window = d.Days * PerDay;
                if (d.Kind == IndicatorKind.Followed)
                {
                    return Share(over.Count, after.Count(s => (s <= window) != d.Not));
                }

                double[] sorted = [.. after.Where(s => s <= window).Order()];
                return (sorted.Length, null, sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
        }
    }

    private static (long Count, long? Hits, double? Value) Share(int count, int hits) => (count, hits, count == 0 ? null : (double)hits / count);

    /// <summary>Seconds until the first event of a name and the same customer; later in the list where both are at once.</summary>
    private static double After(NewEvent from, string name, List<NewEvent> events)
        => events.Where((e, i) => e.Name == name && e.Objects[0] == from.Objects[0] && (e.Time > from.Time || (e.Time == from.Time && i > events.IndexOf(from))))
            .Select(e => (e.Time - from.Time).TotalSeconds).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static List<NewEvent> Within(List<NewEvent> events, string name)
        => [.. events.Where(e => e.Name == name && DateOnly.FromDateTime(e.Time.UtcDateTime.AddHours(3.5)) is var day && day >= State.From && day <= State.To)];

    private static double Score(NewEvent e, string name) => JsonNode.Parse(e.Attributes!)!["scores"]![name]!.GetValue<double>();
}
