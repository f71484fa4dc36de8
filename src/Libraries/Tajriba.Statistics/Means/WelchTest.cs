namespace Tajriba.Statistics;

/// <summary>Comparison of two means with unequal variances (Welch 1947): first minus second.</summary>
/// <param name="Difference">Difference of the means with its interval.</param>
/// <param name="T">Test statistic.</param>
/// <param name="Degrees">Degrees of freedom (Satterthwaite).</param>
/// <param name="P">Two-sided p-value.</param>
public readonly record struct WelchTest(Estimate Difference, double T, double Degrees, double P)
{
    /// <summary>Compares two samples.</summary>
    /// <param name="first">At least two values.</param>
    /// <param name="second">At least two values.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">A sample has fewer than two values, or neither varies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static WelchTest Compare(SampleSummary first, SampleSummary second, double confidence = 0.95)
    {
        first.Check(nameof(first));
        second.Check(nameof(second));
        Guard.Confidence(confidence);
        var v1 = first.StandardDeviation * first.StandardDeviation / first.Count;
        var v2 = second.StandardDeviation * second.StandardDeviation / second.Count;
        if (v1 + v2 <= 0)
        {
            throw new ArgumentException("At least one sample must vary.", nameof(second));
        }

        var error = Math.Sqrt(v1 + v2);
        var degrees = (v1 + v2) * (v1 + v2) / ((v1 * v1 / (first.Count - 1)) + (v2 * v2 / (second.Count - 1)));
        var difference = first.Mean - second.Mean;
        var half = StudentDistribution.Quantile((1 + confidence) / 2, degrees) * error;
        return new WelchTest(
            new Estimate(difference, difference - half, difference + half),
            difference / error,
            degrees,
            StudentDistribution.TwoSided(difference / error, degrees));
    }
}
