namespace Tajriba.Statistics;

public static partial class SampleSize
{
    /// <summary>Power of the two-sample t test with equal groups (as R's <c>power.t.test</c>: the tail on the side of the difference).</summary>
    /// <param name="groupSize">Values in each group, above 1; need not be whole.</param>
    /// <param name="difference">Difference of the means, in the unit of the deviation.</param>
    /// <param name="standardDeviation">Within groups, positive.</param>
    /// <param name="significance">Two-sided level, strictly between 0 and 1.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double PowerOfTwoMeans(double groupSize, double difference, double standardDeviation, double significance = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(groupSize, 1);
        Guard.Positive(groupSize);
        Guard.Finite(difference);
        Guard.Positive(standardDeviation);
        Guard.OpenUnit(significance);
        var degrees = 2 * (groupSize - 1);
        var critical = -StudentDistribution.Quantile(significance / 2, degrees);
        return 1 - NoncentralStudentDistribution.Cdf(critical, degrees, Math.Abs(difference) / standardDeviation * Math.Sqrt(groupSize / 2));
    }

    /// <summary>Size of each group that tells two means apart by the t test (as R's <c>power.t.test</c>).</summary>
    /// <param name="difference">Difference of the means, not 0.</param>
    /// <param name="standardDeviation">Within groups, positive.</param>
    /// <param name="power">Above the significance, below 1.</param>
    /// <param name="significance">Two-sided level, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoMeans(double difference, double standardDeviation, double power = 0.8, double significance = 0.05)
    {
        Guard.Finite(difference);
        ArgumentOutOfRangeException.ThrowIfZero(difference);
        Guard.Positive(standardDeviation);
        Guard.OpenUnit(power);
        Guard.OpenUnit(significance);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(power, significance);
        var upper = 4.0;
        while (PowerOfTwoMeans(upper, difference, standardDeviation, significance) < power && upper < 1e15)
        {
            upper *= 2;
        }

        return Roots.Rising(n => PowerOfTwoMeans(n, difference, standardDeviation, significance), power, 1 + 1e-6, upper);
    }

    /// <summary>Cohen's effect size h of two shares: 2 asin √p₁ − 2 asin √p₂ (Cohen 1988, p. 181).</summary>
    /// <param name="share1">0 to 1.</param>
    /// <param name="share2">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside 0 to 1.</exception>
    public static double EffectSize(double share1, double share2)
    {
        foreach (var share in (ReadOnlySpan<double>)[share1, share2])
        {
            if (!(share >= 0 && share <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(share1), share, "Must lie from 0 to 1.");
            }
        }

        return 2 * (Math.Asin(Math.Sqrt(share1)) - Math.Asin(Math.Sqrt(share2)));
    }

    /// <summary>Size of each group that tells two shares apart after the arcsine transformation (Cohen 1988, ch. 6; as R's <c>pwr.2p.test</c>).</summary>
    /// <param name="share1">0 to 1.</param>
    /// <param name="share2">0 to 1, different from the first.</param>
    /// <param name="power">Strictly between 0 and 1.</param>
    /// <param name="significance">Two-sided level, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The shares are equal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoProportionsByArcsine(double share1, double share2, double power = 0.8, double significance = 0.05)
    {
        Guard.OpenUnit(power);
        Guard.OpenUnit(significance);
        var effect = EffectSize(share1, share2);
        if (effect == 0)
        {
            throw new ArgumentException("The two shares must differ.", nameof(share2));
        }

        return 2 * Math.Pow((NormalDistribution.Quantile(power) - NormalDistribution.Quantile(significance / 2)) / effect, 2);
    }
}
