namespace Tajriba.Statistics;

/// <summary>Comparison of two conversion rates, second against first: an A/B test read three ways.</summary>
/// <param name="Test">Test that the rates are equal; its z is positive where the second is higher.</param>
/// <param name="Difference">Second minus first, with the Wald interval (variances not pooled).</param>
/// <param name="Lift">Second over first, minus 1, with the delta method's interval on the log scale (Katz 1978); not a number where a sample has no success.</param>
/// <param name="ProbabilitySecondIsBetter">Under uniform priors, 0 to 1.</param>
/// <param name="ExpectedLossOfSecond">What choosing the second gives up on average where the first is better, under the same priors; a share.</param>
public readonly record struct Conversion(TwoProportionTest Test, Estimate Difference, Estimate Lift, double ProbabilitySecondIsBetter, double ExpectedLossOfSecond)
{
    /// <summary>Compares two samples.</summary>
    /// <param name="successes1">0 to the first trials.</param>
    /// <param name="trials1">At least 1.</param>
    /// <param name="successes2">0 to the second trials.</param>
    /// <param name="trials2">At least 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Conversion Compare(long successes1, long trials1, long successes2, long trials2, double confidence = 0.95)
    {
        double a1 = successes1 + 1, b1 = trials1 - successes1 + 1, a2 = successes2 + 1, b2 = trials2 - successes2 + 1;
        return new Conversion(
            ProportionDifference.Test(successes2, trials2, successes1, trials1),
            ProportionDifference.Wald(successes2, trials2, successes1, trials1, confidence),
            LiftOf(successes1, trials1, successes2, trials2, confidence),
            BetaComparison.ProbabilityFirstIsLarger(a2, b2, a1, b1),
            BetaComparison.ExpectedLossOfFirst(a2, b2, a1, b1));
    }

    private static Estimate LiftOf(double x1, double n1, double x2, double n2, double confidence)
    {
        if (x1 == 0 || x2 == 0)
        {
            return x1 == 0 ? new Estimate(double.NaN, double.NaN, double.NaN) : new Estimate(-1, double.NaN, double.NaN);
        }

        var ratio = x2 / n2 / (x1 / n1);
        var half = NormalDistribution.ForConfidence(confidence) * Math.Sqrt((1 / x1) - (1 / n1) + (1 / x2) - (1 / n2));
        return new Estimate(ratio - 1, (ratio * Math.Exp(-half)) - 1, (ratio * Math.Exp(half)) - 1);
    }
}
