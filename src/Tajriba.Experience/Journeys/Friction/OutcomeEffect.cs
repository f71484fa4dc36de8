using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>How the share of successful journeys differs between those struck and those only exposed (struck minus not struck).</summary>
/// <param name="Crude">Difference as it stands, with Newcombe's interval.</param>
/// <param name="Adjusted">Difference within the strata of the definition's confounders (Mantel–Haenszel); null without confounders.</param>
/// <param name="P">Two-sided p-value of the adjusted difference (of the crude one without confounders).</param>
/// <param name="AdjustedP">The same after control of false discoveries over all frictions of the list (Benjamini–Hochberg).</param>
/// <param name="Struck">Closed journeys struck.</param>
/// <param name="NotStruck">Closed journeys exposed and not struck.</param>
/// <param name="Strata">Strata that hold both.</param>
public sealed record OutcomeEffect(Estimate Crude, Estimate? Adjusted, double P, double AdjustedP, long Struck, long NotStruck, int Strata)
{
    private const double MostFalse = 0.05;

    /// <summary>The adjusted difference where there is one, else the crude one.</summary>
    public Estimate Best => Adjusted ?? Crude;

    /// <summary>Whether chance alone is an unlikely explanation.</summary>
    public bool IsReal => AdjustedP <= MostFalse && !Best.Contains(0);
}
