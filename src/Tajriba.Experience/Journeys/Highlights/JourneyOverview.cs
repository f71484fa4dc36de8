using Tajriba.Experience.Journeys.Friction;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Highlights;

/// <param name="Journeys">Definitions that the person may see.</param>
/// <param name="Changes">Only changes that chance is no likely explanation of.</param>
/// <param name="Frictions">The most harmful over all journeys.</param>
/// <param name="NewestEvent">Time of the newest event of any journey, or null where there is none.</param>
public sealed record JourneyOverview(
    IReadOnlyList<JourneyDefinition> Journeys,
    IReadOnlyList<JourneyChange> Changes,
    IReadOnlyList<JourneyFriction> Frictions,
    DateTimeOffset? NewestEvent);

/// <summary>What changed.</summary>
public enum JourneyMeasure
{
    /// <summary>Journeys begun per day; the difference is a ratio, 1 being no change.</summary>
    Began,

    /// <summary>Share of the closed journeys that succeeded; the difference is in shares.</summary>
    Success,

    /// <summary>Median duration of the closed journeys; values and difference in seconds.</summary>
    Duration,
}

/// <summary>A change between the last 28 whole days and the 28 before.</summary>
/// <param name="Journey">Whose.</param>
/// <param name="Measure">Of what.</param>
/// <param name="Before">Earlier value.</param>
/// <param name="After">Later value.</param>
/// <param name="Difference">Later against earlier, with its interval.</param>
/// <param name="Better">Whether that is good; null where it is neither.</param>
public sealed record JourneyChange(JourneyDefinition Journey, JourneyMeasure Measure, double Before, double After, Estimate Difference, bool? Better);

/// <param name="Journey">Whose.</param>
/// <param name="Finding">Which.</param>
public sealed record JourneyFriction(JourneyDefinition Journey, FrictionFinding Finding);
