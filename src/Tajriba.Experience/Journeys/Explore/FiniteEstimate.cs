using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>An estimate for programs: ends that the data do not bound are null, since JSON has no infinity.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Lower">Lower end, or null.</param>
/// <param name="Upper">Upper end, or null.</param>
public sealed record FiniteEstimate(double Value, double? Lower, double? Upper)
{
    public static FiniteEstimate Of(Estimate estimate)
        => new(estimate.Value, double.IsFinite(estimate.Lower) ? estimate.Lower : null, double.IsFinite(estimate.Upper) ? estimate.Upper : null);

    public static FiniteEstimate? Of(Estimate? estimate) => estimate is { } known ? Of(known) : null;
}
