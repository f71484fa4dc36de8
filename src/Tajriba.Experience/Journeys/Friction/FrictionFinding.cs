using Tajriba.Experience.Journeys.Instances;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>One friction of a journey, with what is known of its cost.</summary>
public sealed record FrictionFinding
{
    private readonly Lazy<(int[] Journeys, long[] Lost)> struck;
    private readonly Lazy<IReadOnlyList<UnitStanding>> units;

    internal FrictionFinding(FrictionTally tally, InstanceLog log)
    {
        Count = tally.Hits.Length;
        struck = new(() => WorstFirst(tally));
        units = new(() => UnitsOf(tally, log));
    }

    public required FrictionKey Key { get; init; }

    /// <summary>Number of journeys struck.</summary>
    public int Count { get; }

    /// <summary>Journeys struck, as indexes into the instance log, those that lost most time first.</summary>
    public IReadOnlyList<int> Journeys => struck.Value.Journeys;

    /// <summary>Microseconds lost in each, parallel to <see cref="Journeys"/>.</summary>
    public IReadOnlyList<long> Lost => struck.Value.Lost;

    /// <summary>Journeys that could have been struck.</summary>
    public required int Exposed { get; init; }

    /// <summary>Share struck of all journeys looked at (Wilson).</summary>
    public required Estimate JourneyShare { get; init; }

    /// <summary>Customers struck at least once.</summary>
    public required int Customers { get; init; }

    /// <summary>Their share of all customers looked at (Wilson).</summary>
    public required Estimate CustomerShare { get; init; }

    /// <summary>Hours lost over all journeys struck, with Student's interval of the mean times their number; never below 0.</summary>
    public required Estimate LostHours { get; init; }

    /// <summary>Difference in outcome; null where there is none defined, none to compare, or not enough data.</summary>
    public OutcomeEffect? Outcome { get; init; }

    /// <summary>Whether an outcome is defined but there are too few journeys to compare.</summary>
    public bool OutcomeThin { get; init; }

    /// <summary>Share struck of the exposed, unit by unit.</summary>
    public IReadOnlyList<UnitStanding> Units => units.Value;

    /// <summary>Days lost that the data vouch for; what the list is sorted by. See <see cref="FrictionAnalysis"/>.</summary>
    public double HarmDays { get; init; }

    private static (int[] Journeys, long[] Lost) WorstFirst(FrictionTally tally)
    {
        int[] journeys = [.. tally.Hits];
        long[] lost = [.. tally.Lost];
        Array.Sort(lost, journeys);
        Array.Reverse(lost);
        Array.Reverse(journeys);
        return (journeys, lost);
    }

    private static IReadOnlyList<UnitStanding> UnitsOf(FrictionTally tally, InstanceLog log)
    {
        if (log.Units is not { } names)
        {
            return [];
        }

        var homes = log.Homes;
        var counts = new int[names.Values.Count];
        foreach (var journey in tally.Hits)
        {
            if (homes[journey] >= 0)
            {
                counts[homes[journey]]++;
            }
        }

        var exposed = tally.ExposedByUnit.ToArray();
        return UnitComparison.Of(counts.Select((count, unit) => (names.Values[unit], count, exposed[unit])));
    }
}
