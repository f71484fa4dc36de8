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
    /// A quantile with an interval free of the distribution: interpolated between neighbouring order statistics, so that it
    /// covers what it says instead of a little more (Hettmansperger and Sheather 1986 for the median, Nyblom 1992 for any quantile).
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
        var tail = (1 - confidence) / 2;
        var (lower, lowerPart) = Rank(sorted.Length, share, tail);
        var (upper, upperPart) = Rank(sorted.Length, 1 - share, tail);
        return new Estimate(
            OfSorted(sorted, share),
            lower < 1 ? double.NegativeInfinity : Between(sorted[lower - 1], sorted[Math.Min(lower, sorted.Length - 1)], lowerPart),
            upper < 1 ? double.PositiveInfinity : Between(sorted[^upper], sorted[^Math.Min(upper + 1, sorted.Length)], upperPart));
    }

    /// <summary>
    /// The largest rank r whose order statistic lies above the quantile with at most the given chance, and how far to go from it
    /// to the next (Nyblom 1992, equation 4): λ = 1 / (1 + r(1 − p)/((n − r)p) · (π(r+1) − α)/(α − π(r))), π(r) = P(B &lt; r).
    /// </summary>
    private static (int Rank, double Part) Rank(int n, double share, double tail)
    {
        // B counts the values that are not above the quantile.
        var rank = (int)BinomialDistribution.Quantile(tail, n, share);
        if (BinomialDistribution.Cdf(rank, n, share) <= tail)
        {
            rank++;
        }

        if (rank < 1 || rank >= n)
        {
            return (Math.Min(rank, n), 0);
        }

        var below = BinomialDistribution.Cdf(rank - 1, n, share);
        var above = BinomialDistribution.Cdf(rank, n, share);
        var odds = rank * (1 - share) / ((n - rank) * share) * (above - tail) / (tail - below);
        return (rank, 1 / (1 + odds));
    }

    private static double Between(double from, double to, double part) => from + (part * (to - from));
}
