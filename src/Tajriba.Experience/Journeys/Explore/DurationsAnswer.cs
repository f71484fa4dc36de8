using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Durations for programs, in seconds.</summary>
public sealed record DurationsAnswer(int Journeys, FiniteEstimate? Median, FiniteEstimate? P90, FiniteEstimate? P95, IReadOnlyList<DurationBin> Bins)
{
    public static DurationsAnswer Of(Selection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return DurationsView.Of(selection) is { } view
            ? new(selection.Count, FiniteEstimate.Of(view.Median), FiniteEstimate.Of(view.P90), FiniteEstimate.Of(view.P95), view.Bins)
            : new(0, null, null, null, []);
    }
}
