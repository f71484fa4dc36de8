using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    /// <summary>Summarizes values that are not negative after dividing them by a unit; all zero when there are none.</summary>
    internal static Distribution Of(ReadOnlySpan<long> values, double unit)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        UInt128 sum = 0;
        ulong low = 0;
        long min = long.MaxValue;
        long max = long.MinValue;
        var buckets = new RankedBuckets(1);
        foreach (long v in values)
        {
            low += (ulong)v;
            sum += low < (ulong)v ? UInt128.One << 64 : 0;
            min = Math.Min(min, v);
            max = Math.Max(max, v);
            buckets.Table[LogBuckets.Of(v)]++;
        }

        buckets.Choose([values.Length]);
        foreach (long v in values)
        {
            ref int place = ref buckets.Table[LogBuckets.Of(v)];
            if (place >= 0)
            {
                buckets.Kept[place++] = v;
            }
        }

        double mean = (double)(sum + low) / values.Length;
        return new Distribution(
            mean / unit, buckets.Median(0) / unit, buckets.P95(0, values.Length) / unit, min / unit, max / unit, Math.Sqrt(Squares(values, mean) / values.Length) / unit);
    }

    /// <summary>The sum of squared distances from the mean, four at a time, each with what rounding lost (Kahan's summation).</summary>
    private static double Squares(ReadOnlySpan<long> values, double mean)
    {
        ref long first = ref MemoryMarshal.GetReference(values);
        var middle = Vector256.Create(mean);
        Vector256<double> sums = default;
        Vector256<double> lost = default;
        int i = 0;
        for (; i + Vector256<long>.Count <= values.Length; i += Vector256<long>.Count)
        {
            Vector256<double> distance = Vector256.ConvertToDouble(Vector256.LoadUnsafe(ref first, (nuint)i)) - middle;
            Vector256<double> square = (distance * distance) - lost;
            Vector256<double> next = sums + square;
            lost = (next - sums) - square;
            sums = next;
        }

        double squares = Vector256.Sum(sums) - Vector256.Sum(lost);
        for (; i < values.Length; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
        }

        return squares;
    }
}
