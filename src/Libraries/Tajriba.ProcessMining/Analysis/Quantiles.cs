namespace Tajriba.ProcessMining;

/// <summary>Exact order statistics by selection; the values are rearranged.</summary>
internal static class Quantiles
{
    /// <summary>The quantile at (n−1)·p by linear interpolation.</summary>
    public static double Interpolated(Span<long> values, double p)
    {
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

    public static double Median(Span<long> values)
    {
        int middle = values.Length / 2;
        if (values.Length % 2 == 1)
        {
            return Select(values, middle);
        }

        long low = Select(values, middle - 1);
        long high = Min(values[middle..]);
        return low + ((high - low) / 2.0);
    }

    /// <summary>The k-th smallest; afterwards everything before k is not greater and everything after not smaller.</summary>
    public static long Select(Span<long> values, int k)
    {
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
