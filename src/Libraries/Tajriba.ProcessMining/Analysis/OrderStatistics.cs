namespace Tajriba.ProcessMining;

/// <summary>
/// Exact order statistics of integers in linear time by selection (C. A. R. Hoare, "Algorithm 65: Find"), without sorting. The values are
/// rearranged in place, nothing is allocated. An empty span is an <see cref="ArgumentException"/>.
/// </summary>
public static class OrderStatistics
{
    /// <summary>The quantile at (n−1)·p by linear interpolation, in the unit of the values.</summary>
    /// <param name="values">The values, at least one; rearranged.</param>
    /// <param name="p">From 0, the smallest value, to 1, the largest.</param>
    /// <exception cref="ArgumentException">There are no values, or p lies outside 0..1.</exception>
    public static double Interpolated(Span<long> values, double p)
    {
        ThrowIfEmpty(values);
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1.0);
        double at = (values.Length - 1) * p;
        int low = (int)at;
        double part = at - low;
        long a = Select(values, low);
        if (part == 0 || low + 1 >= values.Length)
        {
            return a;
        }

        long b = Min(values[(low + 1)..]);
        return a + (part * (b - a));
    }

    /// <summary>The median, of an even number the mean of the middle two, in the unit of the values.</summary>
    /// <param name="values">The values, at least one; rearranged.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Median(Span<long> values)
    {
        ThrowIfEmpty(values);
        int middle = values.Length / 2;
        if (values.Length % 2 == 1)
        {
            return Select(values, middle);
        }

        long low = Select(values, middle - 1);
        long high = Min(values[middle..]);
        return low + ((high - low) / 2.0);
    }

    /// <summary>The k-th smallest value, from 0; afterwards everything before k is not greater and everything after not smaller.</summary>
    /// <param name="values">The values; rearranged.</param>
    /// <param name="k">From 0 to one less than the number of values.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public static long Select(Span<long> values, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(k, values.Length);
        int left = 0;
        int right = values.Length - 1;
        int budget = 64;
        while (right - left > 16)
        {
            if (budget-- == 0)
            {
                values[left..(right + 1)].Sort();
                return values[k];
            }

            long pivot = Pivot(values, left, right);
            int i = left;
            int j = right;
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (k <= j)
            {
                right = j;
            }
            else if (k >= i)
            {
                left = i;
            }
            else
            {
                return values[k];
            }
        }

        for (int i = left + 1; i <= right; i++)
        {
            long v = values[i];
            int j = i - 1;
            while (j >= left && values[j] > v)
            {
                values[j + 1] = values[j];
                j--;
            }

            values[j + 1] = v;
        }

        return values[k];
    }

    private static void ThrowIfEmpty(ReadOnlySpan<long> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There are no values.", nameof(values));
        }
    }

    private static long Min(ReadOnlySpan<long> values)
    {
        long min = values[0];
        foreach (long v in values)
        {
            min = Math.Min(min, v);
        }

        return min;
    }

    private static long Pivot(ReadOnlySpan<long> v, int left, int right)
    {
        int step = (right - left) / 8;
        int middle = left + ((right - left) / 2);
        long a = Middle(v[left], v[left + step], v[left + (2 * step)]);
        long b = Middle(v[middle - step], v[middle], v[middle + step]);
        long c = Middle(v[right - (2 * step)], v[right - step], v[right]);
        return Middle(a, b, c);
    }

    private static long Middle(long a, long b, long c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
