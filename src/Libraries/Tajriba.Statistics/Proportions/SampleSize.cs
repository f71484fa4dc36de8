namespace Tajriba.Statistics;

/// <summary>How many observations an answer needs. Results are real numbers; round up.</summary>
public static partial class SampleSize
{
    /// <summary>Size of each group that tells two shares apart (normal approximation, as R's <c>power.prop.test</c>).</summary>
    /// <param name="share1">Strictly between 0 and 1.</param>
    /// <param name="share2">Strictly between 0 and 1, different from the first.</param>
    /// <param name="power">Strictly between 0 and 1.</param>
    /// <param name="significance">Two-sided level, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The shares are equal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoProportions(double share1, double share2, double power = 0.8, double significance = 0.05)
    {
        Guard.OpenUnit(share1);
        Guard.OpenUnit(share2);
        Guard.OpenUnit(power);
        Guard.OpenUnit(significance);
        if (share1 == share2)
        {
            throw new ArgumentException("The two shares must differ.", nameof(share2));
        }

        var sum = share1 + share2;
        var root = (-NormalDistribution.Quantile(significance / 2) * Math.Sqrt(sum * (1 - (sum / 2))))
            + (NormalDistribution.Quantile(power) * Math.Sqrt((share1 * (1 - share1)) + (share2 * (1 - share2))));
        return Math.Pow(root / (share1 - share2), 2);
    }

    /// <summary>Answers needed to know a share to ± a margin (Cochran), from a finite population where one is given.</summary>
    /// <param name="share">Expected share, strictly between 0 and 1; 0.5 is the cautious choice.</param>
    /// <param name="margin">Half width of the interval, strictly between 0 and 1.</param>
    /// <param name="population">Size of the population, or null where it is large.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Proportion(double share, double margin, long? population = null, double confidence = 0.95)
    {
        Guard.OpenUnit(share);
        Guard.OpenUnit(margin);
        ArgumentOutOfRangeException.ThrowIfLessThan(population ?? 1, 1, nameof(population));
        var z = NormalDistribution.ForConfidence(confidence);
        var n = z * z * share * (1 - share) / (margin * margin);
        return population is { } size ? n / (1 + ((n - 1) / size)) : n;
    }

    /// <summary>Answers needed to know a mean to ± a margin.</summary>
    /// <param name="standardDeviation">Expected standard deviation, positive.</param>
    /// <param name="margin">Half width of the interval in the same unit, positive.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Mean(double standardDeviation, double margin, double confidence = 0.95)
    {
        Guard.Positive(standardDeviation);
        Guard.Positive(margin);
        return Math.Pow(NormalDistribution.ForConfidence(confidence) * standardDeviation / margin, 2);
    }
}
