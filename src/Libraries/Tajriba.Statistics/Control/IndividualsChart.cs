namespace Tajriba.Statistics;

/// <summary>Chart of single values and their moving ranges (XmR; Montgomery 6.4; NIST/SEMATECH e-Handbook 6.3.2.2).</summary>
/// <param name="Mean">Centre line of the values.</param>
/// <param name="Ranges">|x_i − x_(i−1)|, one fewer than the values.</param>
/// <param name="MeanRange">Centre line of the moving ranges.</param>
/// <param name="Sigma">Mean range over d2: the short-term standard deviation.</param>
/// <param name="Limits">Mean ± 3 sigma.</param>
/// <param name="RangeUpper">Upper limit of the moving ranges: D4 times their mean.</param>
/// <param name="MedianRange">Median of the moving ranges, which single jumps do not move.</param>
/// <param name="MedianLimits">Mean ± 3.145 median ranges (Wheeler).</param>
public sealed record IndividualsChart(
    double Mean,
    IReadOnlyList<double> Ranges,
    double MeanRange,
    double Sigma,
    ControlLimits Limits,
    double RangeUpper,
    double MedianRange,
    ControlLimits MedianLimits)
{
    private const double MedianFactor = 3.145;

    /// <summary>Draws the chart.</summary>
    /// <param name="values">At least two finite values in order of time.</param>
    /// <param name="d2">Mean range of two values in standard deviations, positive.</param>
    /// <param name="rangeUpper">D4 for two values, positive.</param>
    /// <exception cref="ArgumentException">There are fewer than two values, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A constant is not positive.</exception>
    public static IndividualsChart Of(ReadOnlySpan<double> values, double d2 = 1.128, double rangeUpper = 3.267)
    {
        Guard.Sample(values, 2);
        Guard.Positive(d2);
        Guard.Positive(rangeUpper);
        var mean = AttributeCharts.Mean(values);
        var ranges = MovingRanges(values);
        var meanRange = AttributeCharts.Mean(ranges);
        var sorted = (double[])ranges.Clone();
        Array.Sort(sorted);
        var median = Quantiles.OfSorted(sorted, 0.5);
        var sigma = meanRange / d2;
        return new IndividualsChart(
            mean,
            ranges,
            meanRange,
            sigma,
            new ControlLimits(mean - (3 * sigma), mean + (3 * sigma)),
            rangeUpper * meanRange,
            median,
            new ControlLimits(mean - (MedianFactor * median), mean + (MedianFactor * median)));
    }

    internal static double[] MovingRanges(ReadOnlySpan<double> values)
    {
        var ranges = new double[values.Length - 1];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = Math.Abs(values[i + 1] - values[i]);
        }

        return ranges;
    }
}
