namespace Tajriba.Statistics;

/// <summary>Comparison of two independent beta distributions, such as the posteriors of two shares.</summary>
public static class BetaComparison
{
    /// <summary>Panels over 80 standard deviations: none is so wide that the adaptive rule could step over the density.</summary>
    private const int Panels = 40;

    /// <summary>Probability that a draw from the first exceeds one from the second: ∫ f₁ F₂, by quadrature to about 1e-12.</summary>
    /// <param name="a1">First shape of the first, at least 1.</param>
    /// <param name="b1">Second shape of the first, at least 1.</param>
    /// <param name="a2">First shape of the second, at least 1.</param>
    /// <param name="b2">Second shape of the second, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is below 1.</exception>
    public static double ProbabilityFirstIsLarger(double a1, double b1, double a2, double b2)
    {
        foreach (var shape in (ReadOnlySpan<double>)[a1, b1, a2, b2])
        {
            Guard.Positive(shape, nameof(a1));
            ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1, nameof(a1));
        }

        var mean = a1 / (a1 + b1);
        var deviation = Math.Sqrt(mean * (1 - mean) / (a1 + b1 + 1));
        double lower = Math.Max(0, mean - (40 * deviation)), upper = Math.Min(1, mean + (40 * deviation));
        var panel = (upper - lower) / Panels;
        var sum = 0.0;
        for (var i = 0; i < Panels; i++)
        {
            sum += Quadrature.Adaptive(
                x => SpecialFunctions.BetaDensity(a1, b1, x) * BetaDistribution.Cdf(x, a2, b2), lower + (i * panel), lower + ((i + 1) * panel), 1e-14);
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>Expected amount by which the second exceeds the first where it does: what choosing the first may cost.</summary>
    /// <param name="a1">First shape of the first, at least 1.</param>
    /// <param name="b1">Second shape of the first, at least 1.</param>
    /// <param name="a2">First shape of the second, at least 1.</param>
    /// <param name="b2">Second shape of the second, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is below 1.</exception>
    public static double ExpectedLossOfFirst(double a1, double b1, double a2, double b2)
    {
        // x · Beta(a, b) is its mean times Beta(a + 1, b).
        var gain = a2 / (a2 + b2) * ProbabilityFirstIsLarger(a2 + 1, b2, a1, b1);
        var kept = a1 / (a1 + b1) * (1 - ProbabilityFirstIsLarger(a1 + 1, b1, a2, b2));
        return Math.Max(0, gain - kept);
    }
}
