namespace Tajriba.Statistics;

/// <summary>Sample quantiles and their distribution-free intervals.</summary>
public static class Quantiles
{
    /// <summary>The quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("Needs at least one value.", nameof(sorted));
        }

        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Must lie between 0 and 1.");
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>
    /// A quantile with an interval between two order statistics (David and Nagaraja 2003, 7.1): each tail holds at most
    /// half of what the confidence leaves, whatever the distribution.
    /// </summary>
    /// <param name="sample">At least one finite value, in any order.</param>
    /// <param name="share">Strictly between 0 and 1; 0.5 is the median.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <returns>An end is infinite where the sample is too small to bound that side (fewer than 6 values for a median at 0.95).</returns>
    /// <exception cref="ArgumentException">The sample is empty or holds a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share or the confidence is outside its range.</exception>
    public static Estimate Interval(ReadOnlySpan<double> sample, double share = 0.5, double confidence = 0.95)
    {
        Guard.Sample(sample, 1);
        var sorted = sample.ToArray();
        Array.Sort(sorted);
        return IntervalOfSorted(sorted, share, confidence);
    }

    /// <summary>The same for values that are already in order.</summary>
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="share">Strictly between 0 and 1; 0.5 is the median.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share or the confidence is outside its range.</exception>
    public static Estimate IntervalOfSorted(ReadOnlySpan<double> sorted, double share = 0.5, double confidence = 0.95)
    {
        Guard.OpenUnit(share);
        Guard.Confidence(confidence);
        var value = OfSorted(sorted, share);
        var tail = (1 - confidence) / 2;
        var n = sorted.Length;

        // Lower: the largest r with P(B < r) <= tail. Upper: the smallest s with P(B >= s) <= tail. B counts values below the quantile.
        var lower = BinomialDistribution.Quantile(tail, n, share);
        if (BinomialDistribution.Cdf(lower, n, share) <= tail)
        {
            lower++;
        }

        var upper = BinomialDistribution.Quantile(1 - tail, n, share) + 1;
        return new Estimate(
            value,
            lower < 1 ? double.NegativeInfinity : sorted[(int)lower - 1],
            upper > n ? double.PositiveInfinity : sorted[(int)upper - 1]);
    }
}
