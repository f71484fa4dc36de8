namespace Tajriba.ProcessMining;

/// <summary>Summary figures of a set of numbers. Percentiles interpolate linearly at (n−1)·p.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="Min">Smallest.</param>
/// <param name="Max">Largest.</param>
/// <param name="StandardDeviation">Population standard deviation.</param>
public readonly record struct Distribution(double Mean, double Median, double P95, double Min, double Max, double StandardDeviation)
{
    /// <summary>Summarizes values after dividing them by a unit; all zero when there are none.</summary>
    internal static Distribution Of(Span<long> values, double unit)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        Int128 sum = 0;
        long min = long.MaxValue;
        long max = long.MinValue;
        foreach (long v in values)
        {
            sum += v;
            min = Math.Min(min, v);
            max = Math.Max(max, v);
        }

        double mean = (double)sum / values.Length;
        double squares = 0;
        double lost = 0;
        foreach (long v in values)
        {
            double square = ((v - mean) * (v - mean)) - lost;
            double next = squares + square;
            lost = (next - squares) - square;
            squares = next;
        }

        double median = OrderStatistics.Median(values);
        double p95 = OrderStatistics.Interpolated(values, 0.95);
        return new Distribution(mean / unit, median / unit, p95 / unit, min / unit, max / unit, Math.Sqrt(squares / values.Length) / unit);
    }
}
