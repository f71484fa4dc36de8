using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>One friction of a journey, with what is known of its cost.</summary>
public sealed record FrictionFinding
{
    public required FrictionKey Key { get; init; }

    /// <summary>Journeys struck, as indexes into the instance log, those that lost most time first.</summary>
    public required IReadOnlyList<int> Journeys { get; init; }

    /// <summary>Microseconds lost in each, parallel to <see cref="Journeys"/>.</summary>
    public required IReadOnlyList<long> Lost { get; init; }

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
    public IReadOnlyList<UnitStanding> Units { get; init; } = [];

    /// <summary>Days lost that the data vouch for; what the list is sorted by. See <see cref="FrictionAnalysis"/>.</summary>
    public double HarmDays { get; init; }
}
