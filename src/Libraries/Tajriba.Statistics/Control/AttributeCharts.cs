namespace Tajriba.Statistics;

/// <summary>Shewhart charts of counts (Montgomery, Introduction to Statistical Quality Control, ch. 7) and Laney's correction.</summary>
public static class AttributeCharts
{
    private const double MovingRangeD2 = 1.128;

    /// <summary>c chart: defects in samples of equal size, c̄ ± 3√c̄.</summary>
    /// <param name="counts">Defects a sample, at least two, none negative.</param>
    /// <exception cref="ArgumentException">There are fewer than two counts, or one is negative or not finite.</exception>
    public static CountChart Counts(ReadOnlySpan<double> counts)
    {
        Check(counts, nameof(counts));
        var centre = Mean(counts);
        var limits = new ControlLimits[counts.Length];
        Array.Fill(limits, new ControlLimits(Math.Max(0, centre - (3 * Math.Sqrt(centre))), centre + (3 * Math.Sqrt(centre))));
        return CountChart.Of(centre, counts.ToArray(), limits);
    }

    /// <summary>p chart: shares of samples of any size, p̄ ± 3√(p̄(1 − p̄)/n), limits within 0 to 1.</summary>
    /// <param name="defectives">Defective items a sample, at least two samples.</param>
    /// <param name="sizes">Items a sample, at least the defectives and at least 1.</param>
    /// <exception cref="ArgumentException">The lists do not fit each other, or a value is outside its range.</exception>
    public static CountChart Shares(ReadOnlySpan<double> defectives, ReadOnlySpan<double> sizes)
    {
        CheckShares(defectives, sizes);
        var centre = Sum(defectives) / Sum(sizes);
        var values = new double[sizes.Length];
        var limits = new ControlLimits[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            values[i] = defectives[i] / sizes[i];
            limits[i] = ShareLimits(centre, sizes[i], 1);
        }

        return CountChart.Of(centre, values, limits);
    }

    /// <summary>
    /// p′ chart (Laney, Improved control charts for attributes, Quality Engineering 2002, 14:531): where samples are so
    /// large that binomial limits cry at every ripple, the limits are widened by what neighbouring points really differ.
    /// </summary>
    /// <param name="defectives">Defective items a sample, at least two samples, neither none nor all over all samples.</param>
    /// <param name="sizes">Items a sample, at least the defectives and at least 1.</param>
    /// <exception cref="ArgumentException">The lists do not fit each other, or a value is outside its range.</exception>
    public static LaneyChart Laney(ReadOnlySpan<double> defectives, ReadOnlySpan<double> sizes)
    {
        var plain = Shares(defectives, sizes);
        if (!(plain.Centre > 0 && plain.Centre < 1))
        {
            throw new ArgumentException("Needs at least one defective and one good item.", nameof(defectives));
        }

        var scores = new double[sizes.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = (plain.Values[i] - plain.Centre) / Math.Sqrt(plain.Centre * (1 - plain.Centre) / sizes[i]);
        }

        var sigma = Mean(IndividualsChart.MovingRanges(scores)) / MovingRangeD2;
        var limits = new ControlLimits[sizes.Length];
        for (var i = 0; i < limits.Length; i++)
        {
            limits[i] = ShareLimits(plain.Centre, sizes[i], sigma);
        }

        return new LaneyChart(plain, scores, sigma, limits, CountChart.Of(plain.Centre, plain.Values, limits).Out);
    }

    /// <summary>u chart: defects a unit in samples of any size, ū ± 3√(ū/n), lower limits not below 0.</summary>
    /// <param name="defects">Defects a sample, at least two samples, none negative.</param>
    /// <param name="sizes">Units a sample, positive; need not be whole.</param>
    /// <exception cref="ArgumentException">The lists do not fit each other, or a value is outside its range.</exception>
    public static CountChart Rates(ReadOnlySpan<double> defects, ReadOnlySpan<double> sizes)
    {
        Check(defects, nameof(defects));
        Fit(defects, sizes);
        var centre = Sum(defects) / Sum(sizes);
        var values = new double[sizes.Length];
        var limits = new ControlLimits[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            values[i] = defects[i] / sizes[i];
            limits[i] = RateLimits(centre, sizes[i]);
        }

        return CountChart.Of(centre, values, limits);
    }

    /// <summary>Limits of a u chart for one sample, as where a baseline has given the centre.</summary>
    /// <param name="centre">Defects a unit in control, not negative.</param>
    /// <param name="size">Units in the sample, positive.</param>
    /// <returns>centre ± 3 √(centre / size), not below 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ControlLimits RateLimits(double centre, double size)
    {
        Guard.NotNegative(centre);
        Guard.Positive(size);
        var half = 3 * Math.Sqrt(centre / size);
        return new ControlLimits(Math.Max(0, centre - half), centre + half);
    }

    internal static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    /// <summary>Limits of a p or p′ chart for one sample, as where a baseline has given centre and spread.</summary>
    /// <param name="centre">Share in control, 0 to 1.</param>
    /// <param name="size">Items in the sample, positive.</param>
    /// <param name="sigma">Spread of the scores: 1 for a p chart, <see cref="LaneyChart.ScoreSigma"/> for p′; not negative.</param>
    /// <returns>centre ± 3 σ √(centre (1 − centre) / size), within 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ControlLimits ShareLimits(double centre, double size, double sigma = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(centre);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(centre, 1);
        Guard.Positive(size);
        Guard.NotNegative(sigma);
        var half = 3 * sigma * Math.Sqrt(centre * (1 - centre) / size);
        return new ControlLimits(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static void CheckShares(ReadOnlySpan<double> defectives, ReadOnlySpan<double> sizes)
    {
        Check(defectives, nameof(defectives));
        Fit(defectives, sizes);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (defectives[i] > sizes[i])
            {
                throw new ArgumentException($"Sample {i + 1} has more defectives than items.", nameof(defectives));
            }
        }
    }

    private static void Check(ReadOnlySpan<double> counts, string name)
    {
        Guard.Sample(counts, 2, name);
        foreach (var count in counts)
        {
            if (count < 0)
            {
                throw new ArgumentException("No count may be negative.", name);
            }
        }
    }

    private static void Fit(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes)
    {
        Guard.Sample(sizes, 2);
        if (sizes.Length != counts.Length)
        {
            throw new ArgumentException($"Needs one size for each of the {counts.Length} counts.", nameof(sizes));
        }

        foreach (var size in sizes)
        {
            if (!(size > 0))
            {
                throw new ArgumentException("Every size must be positive.", nameof(sizes));
            }
        }
    }
}
