namespace Tajriba.Statistics;

/// <summary>
/// Fair comparison of units of unequal size (Spiegelhalter, Statistics in Medicine 2005, 24:1185): a unit is judged by
/// limits that are as wide as its own size demands, so that small ones are not ranked by noise.
/// </summary>
public static class FunnelPlot
{
    private const double Inner = 0.95;
    private const double Outer = 0.998;

    /// <summary>Exact limits for a share, interpolated between whole counts (appendix A.1 of the source).</summary>
    /// <param name="target">Share that units are held against, strictly between 0 and 1.</param>
    /// <param name="trials">Size of the unit, at least 1.</param>
    /// <param name="confidence">0.95 for the inner, 0.998 for the outer limits.</param>
    /// <returns>The target with its limits, within 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate ProportionLimits(double target, long trials, double confidence)
    {
        Guard.OpenUnit(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        Guard.Confidence(confidence);
        var tail = (1 - confidence) / 2;
        return new Estimate(target, Limit(tail, trials, target), Limit(1 - tail, trials, target));
    }

    /// <summary>Normal limits for a mean: target ± z · s / √n.</summary>
    /// <param name="target">Mean that units are held against, finite.</param>
    /// <param name="standardDeviation">Spread of single values, not negative.</param>
    /// <param name="count">Size of the unit, at least 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate MeanLimits(double target, double standardDeviation, long count, double confidence)
    {
        Guard.Finite(target);
        Guard.NotNegative(standardDeviation);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var half = NormalDistribution.ForConfidence(confidence) * standardDeviation / Math.Sqrt(count);
        return new Estimate(target, target - half, target + half);
    }

    /// <summary>Holds one unit against a target.</summary>
    /// <param name="successes">0 to the trials.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="target">Strictly between 0 and 1; usually the share over all units.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static FunnelPoint Place(long successes, long trials, double target)
    {
        Guard.Counts(successes, trials);
        var inner = ProportionLimits(target, trials, Inner);
        var outer = ProportionLimits(target, trials, Outer);
        var value = (double)successes / trials;
        var below = BinomialDistribution.Cdf(successes - 1, trials, target);
        var midP = below + ((BinomialDistribution.Cdf(successes, trials, target) - below) / 2);
        var position = value < outer.Lower ? FunnelPosition.Below : value > outer.Upper ? FunnelPosition.Above : FunnelPosition.Within;
        return new FunnelPoint(value, inner.Lower, inner.Upper, outer.Lower, outer.Upper, Math.Min(1, 2 * Math.Min(midP, 1 - midP)), position);
    }

    private static double Limit(double p, long trials, double target)
    {
        var r = BinomialDistribution.Quantile(p, trials, target);
        var reached = BinomialDistribution.Cdf(r, trials, target);
        var below = BinomialDistribution.Cdf(r - 1, trials, target);
        var share = reached > below ? (reached - p) / (reached - below) : 0;
        return Math.Clamp((r - share) / trials, 0, 1);
    }
}
