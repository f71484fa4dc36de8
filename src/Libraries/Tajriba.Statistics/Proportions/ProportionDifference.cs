namespace Tajriba.Statistics;

/// <summary>Comparison of two independent shares: first minus second.</summary>
public static class ProportionDifference
{
    /// <summary>Difference with the hybrid score interval (Newcombe 1998, method 10).</summary>
    /// <param name="successes1">0 to the first trials.</param>
    /// <param name="trials1">At least 1.</param>
    /// <param name="successes2">0 to the second trials.</param>
    /// <param name="trials2">At least 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Newcombe(long successes1, long trials1, long successes2, long trials2, double confidence = 0.95)
    {
        Guard.Counts(successes1, trials1);
        Guard.Counts(successes2, trials2);
        var first = Proportion.Wilson(successes1, trials1, confidence);
        var second = Proportion.Wilson(successes2, trials2, confidence);
        var difference = first.Value - second.Value;
        return new Estimate(
            difference,
            difference - Norm(first.Value - first.Lower, second.Upper - second.Value),
            difference + Norm(first.Upper - first.Value, second.Value - second.Lower));
    }

    /// <summary>Difference with the plain normal (Wald) interval, variances not pooled; for large samples away from 0 and 1.</summary>
    /// <param name="successes1">0 to the first trials.</param>
    /// <param name="trials1">At least 1.</param>
    /// <param name="successes2">0 to the second trials.</param>
    /// <param name="trials2">At least 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Wald(long successes1, long trials1, long successes2, long trials2, double confidence = 0.95)
    {
        Guard.Counts(successes1, trials1);
        Guard.Counts(successes2, trials2);
        double p1 = (double)successes1 / trials1, p2 = (double)successes2 / trials2;
        var half = NormalDistribution.ForConfidence(confidence) * Math.Sqrt((p1 * (1 - p1) / trials1) + (p2 * (1 - p2) / trials2));
        return new Estimate(p1 - p2, p1 - p2 - half, p1 - p2 + half);
    }

    /// <summary>Pearson's chi-square test of equal shares (pooled z), without and with Yates's correction.</summary>
    /// <param name="successes1">0 to the first trials.</param>
    /// <param name="trials1">At least 1.</param>
    /// <param name="successes2">0 to the second trials.</param>
    /// <param name="trials2">At least 1.</param>
    /// <returns>z 0 and p 1 where both samples are all successes or all failures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static TwoProportionTest Test(long successes1, long trials1, long successes2, long trials2)
    {
        Guard.Counts(successes1, trials1);
        Guard.Counts(successes2, trials2);
        double n1 = trials1, n2 = trials2;
        var pooled = (successes1 + (double)successes2) / (n1 + n2);
        var variance = pooled * (1 - pooled) * ((1 / n1) + (1 / n2));
        if (variance <= 0)
        {
            return new TwoProportionTest(0, 1, 0, 1);
        }

        var difference = (successes1 / n1) - (successes2 / n2);
        var z = difference / Math.Sqrt(variance);
        var correction = Math.Min(Math.Abs(difference), 0.5 * ((1 / n1) + (1 / n2)));
        var corrected = (Math.Abs(difference) - correction) / Math.Sqrt(variance);
        return new TwoProportionTest(z, NormalDistribution.TwoSided(z), corrected * corrected, NormalDistribution.TwoSided(corrected));
    }

    private static double Norm(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
