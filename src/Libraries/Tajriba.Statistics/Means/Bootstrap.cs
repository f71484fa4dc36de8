namespace Tajriba.Statistics;

/// <summary>Percentile bootstrap (Efron and Tibshirani 1993, ch. 13) of differences between two samples: first minus second.</summary>
public static class Bootstrap
{
    /// <summary>Difference of means.</summary>
    /// <param name="first">At least two finite values.</param>
    /// <param name="second">At least two finite values.</param>
    /// <param name="random">Source of resampling; the same seed gives the same interval.</param>
    /// <param name="replicates">At least 100.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">A sample is too small or holds a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate MeanDifference(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Random random, int replicates = 2_000, double confidence = 0.95)
    {
        Check(first, second, random, replicates, confidence);
        var differences = new double[replicates];
        for (var i = 0; i < replicates; i++)
        {
            differences[i] = ResampledMean(first, random) - ResampledMean(second, random);
        }

        return Percentiles(SampleSummary.Of(first).Mean - SampleSummary.Of(second).Mean, differences, confidence);
    }

    /// <summary>
    /// Difference of medians. The median of a resample is drawn directly: the order statistics of n uniform draws are
    /// beta distributed (David and Nagaraja 2003, 2.3), so a replicate costs the same whatever the sample's size.
    /// </summary>
    /// <param name="first">At least two finite values.</param>
    /// <param name="second">At least two finite values.</param>
    /// <param name="random">Source of resampling; the same seed gives the same interval.</param>
    /// <param name="replicates">At least 100.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">A sample is too small or holds a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate MedianDifference(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Random random, int replicates = 2_000, double confidence = 0.95)
    {
        Check(first, second, random, replicates, confidence);
        var sorted1 = first.ToArray();
        var sorted2 = second.ToArray();
        Array.Sort(sorted1);
        Array.Sort(sorted2);
        var differences = new double[replicates];
        for (var i = 0; i < replicates; i++)
        {
            differences[i] = ResampledMedian(sorted1, random) - ResampledMedian(sorted2, random);
        }

        return Percentiles(Quantiles.OfSorted(sorted1, 0.5) - Quantiles.OfSorted(sorted2, 0.5), differences, confidence);
    }

    private static double ResampledMean(ReadOnlySpan<double> sample, Random random)
    {
        var sum = 0.0;
        for (var i = 0; i < sample.Length; i++)
        {
            sum += sample[random.Next(sample.Length)];
        }

        return sum / sample.Length;
    }

    private static double ResampledMedian(double[] sorted, Random random)
    {
        var n = sorted.Length;
        var k = (n + 1) / 2;
        var uniform = Draws.Beta(k, n - k + 1, random);
        var lower = sorted[Place(uniform, n)];
        if (n % 2 == 1)
        {
            return lower;
        }

        // Given the k-th, the next is the smallest of the n − k draws left above it.
        var next = 1 - ((1 - uniform) * Math.Pow(1 - random.NextDouble(), 1.0 / (n - k)));
        return (lower + sorted[Place(next, n)]) / 2;
    }

    private static int Place(double uniform, int n) => Math.Min((int)(uniform * n), n - 1);

    internal static Estimate Percentiles(double value, double[] replicates, double confidence)
    {
        Array.Sort(replicates);
        return new Estimate(value, Quantiles.OfSorted(replicates, (1 - confidence) / 2), Quantiles.OfSorted(replicates, (1 + confidence) / 2));
    }

    private static void Check(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Random random, int replicates, double confidence)
    {
        Guard.Sample(first, 2);
        Guard.Sample(second, 2);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 100);
        Guard.Confidence(confidence);
    }
}
