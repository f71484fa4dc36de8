namespace Tajriba.Statistics;

/// <summary>Intervals for one share, successes out of trials.</summary>
public static class Proportion
{
    /// <summary>The score interval (Wilson 1927), the house's default: right at 0, at 1 and in small samples.</summary>
    /// <param name="successes">0 to the trials.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Wilson(long successes, long trials, double confidence = 0.95)
    {
        Guard.Counts(successes, trials);
        var z = NormalDistribution.ForConfidence(confidence);
        double x = successes, n = trials;
        var p = x / n;
        var denominator = 1 + (z * z / n);
        var centre = (p + (z * z / (2 * n))) / denominator;
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / denominator;

        // At the ends the formula equals 0 or 1 but for rounding.
        return new Estimate(p, successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>The adjusted Wald interval (Agresti and Coull 1998), cut to 0-1; contains the Wilson interval.</summary>
    /// <param name="successes">0 to the trials.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate AgrestiCoull(long successes, long trials, double confidence = 0.95)
    {
        Guard.Counts(successes, trials);
        var z = NormalDistribution.ForConfidence(confidence);
        var n = trials + (z * z);
        var p = (successes + (z * z / 2)) / n;
        var half = z * Math.Sqrt(p * (1 - p) / n);
        return new Estimate((double)successes / trials, Math.Max(0, p - half), Math.Min(1, p + half));
    }

    /// <summary>The exact interval (Clopper and Pearson 1934); never covers less than asked, usually more.</summary>
    /// <param name="successes">0 to the trials.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate ClopperPearson(long successes, long trials, double confidence = 0.95)
    {
        Guard.Counts(successes, trials);
        Guard.Confidence(confidence);
        var tail = (1 - confidence) / 2;
        return new Estimate(
            (double)successes / trials,
            successes == 0 ? 0 : BetaDistribution.Quantile(tail, successes, trials - successes + 1),
            successes == trials ? 1 : BetaDistribution.Quantile(1 - tail, successes + 1, trials - successes));
    }
}
