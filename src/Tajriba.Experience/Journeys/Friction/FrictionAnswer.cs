using Tajriba.Experience.Journeys.Explore;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>One friction for programs. Differences in outcome are struck minus not struck.</summary>
public sealed record FrictionAnswer(
    string Code,
    string Kind,
    string Dimension,
    string First,
    string Second,
    int Journeys,
    FiniteEstimate JourneyShare,
    int Customers,
    FiniteEstimate CustomerShare,
    FiniteEstimate LostHours,
    double HarmDays,
    FiniteEstimate? OutcomeCrude,
    FiniteEstimate? OutcomeAdjusted,
    double? OutcomeP,
    bool OutcomeReal,
    bool OutcomeThin,
    IReadOnlyList<FrictionAnswer.Place> Units)
{
    internal static FrictionAnswer Of(FrictionFinding f, UnitScope scope) => new(
        f.Key.Code,
        ExplorerQuery.Name(f.Key.Kind),
        f.Key.Dimension,
        f.Key.First,
        f.Key.Second,
        f.Count,
        FiniteEstimate.Of(f.JourneyShare),
        f.Customers,
        FiniteEstimate.Of(f.CustomerShare),
        FiniteEstimate.Of(f.LostHours),
        f.HarmDays,
        FiniteEstimate.Of(f.Outcome?.Crude),
        FiniteEstimate.Of(f.Outcome?.Adjusted),
        f.Outcome?.AdjustedP,
        f.Outcome?.IsReal ?? false,
        f.OutcomeThin,
        [.. f.Units.Where(u => scope.Contains(u.Unit)).Select(u => new Place(u.Unit, u.Struck, u.Exposed, FiniteEstimate.Of(u.Shrunken), ExplorerQuery.Name(u.Position)))]);

    /// <param name="Unit">Its code.</param>
    /// <param name="Struck">Journeys struck.</param>
    /// <param name="Exposed">Journeys that could have been.</param>
    /// <param name="Shrunken">Share drawn towards the common one as its size warrants.</param>
    /// <param name="Position"><c>within</c> the limits for its size, <c>above</c> or <c>below</c>.</param>
    public sealed record Place(string Unit, int Struck, int Exposed, FiniteEstimate Shrunken, string Position);
}
