using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>One unit beside the others, held against limits as wide as its own size demands.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Struck">Journeys at home there that were struck (or slow, or failed).</param>
/// <param name="Exposed">Journeys at home there that could have been.</param>
/// <param name="Lower">Lower 99.8% limit, widened where units differ more than chance explains.</param>
/// <param name="Upper">Upper 99.8% limit.</param>
/// <param name="Shrunken">The unit's share drawn towards the common one as far as its size warrants.</param>
/// <param name="Position">Against the limits; <see cref="FunnelPosition.Within"/> means: nothing to accuse it of.</param>
public sealed record UnitStanding(string Unit, int Struck, int Exposed, double Lower, double Upper, Estimate Shrunken, FunnelPosition Position)
{
    /// <summary>Share of its journeys struck.</summary>
    public double Share => (double)Struck / Exposed;
}
