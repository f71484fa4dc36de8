namespace Tajriba.Statistics;

/// <summary>How unequally something is spread: spending over customers, complaints over branches.</summary>
public static class Concentration
{
    /// <summary>The Gini coefficient, 0 (equal) to 1 − 1/n (one has all): Σ (2i − n − 1) xᵢ / (n Σ x) over ascending values.</summary>
    /// <param name="values">At least one, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">There is no value, one is negative or not finite, or all are 0.</exception>
    public static double Gini(ReadOnlySpan<double> values)
    {
        var sorted = Sorted(values);
        double n = sorted.Length, sum = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += ((2 * (i + 1)) - n - 1) * sorted[i];
        }

        return sum / (n * sorted.Sum());
    }

    /// <summary>Gini times n / (n − 1): 1 where one of a small sample has all.</summary>
    /// <param name="values">At least two, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">There are fewer than two values, one is negative or not finite, or all are 0.</exception>
    public static double GiniCorrected(ReadOnlySpan<double> values)
    {
        Guard.Sample(values, 2);
        return Gini(values) * values.Length / (values.Length - 1.0);
    }

    /// <summary>Theil's T, 0 (equal) to ln n: the mean of (x / x̄) ln (x / x̄), zeros counting 0 (Theil 1967, ch. 4).</summary>
    /// <param name="values">At least one, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">There is no value, one is negative or not finite, or all are 0.</exception>
    public static double Theil(ReadOnlySpan<double> values)
    {
        var sorted = Sorted(values);
        var mean = sorted.Average();
        return sorted.Average(value => value > 0 ? value / mean * Math.Log(value / mean) : 0);
    }

    /// <summary>The Herfindahl-Hirschman index, 1/n (equal) to 1: Σ of the squared shares.</summary>
    /// <param name="values">At least one, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">There is no value, one is negative or not finite, or all are 0.</exception>
    public static double Herfindahl(ReadOnlySpan<double> values)
    {
        var sorted = Sorted(values);
        var sum = sorted.Sum();
        return sorted.Sum(value => value / sum * (value / sum));
    }

    /// <summary>The Lorenz curve (Lorenz 1905): share of the total that the lowest i of n have, for i from 0 to n.</summary>
    /// <param name="values">At least one, 0 or more, not all 0.</param>
    /// <returns>n + 1 values from 0 to 1.</returns>
    /// <exception cref="ArgumentException">There is no value, one is negative or not finite, or all are 0.</exception>
    public static double[] Lorenz(ReadOnlySpan<double> values)
    {
        var sorted = Sorted(values);
        var sum = sorted.Sum();
        var curve = new double[sorted.Length + 1];
        var below = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            below += sorted[i];
            curve[i + 1] = i == sorted.Length - 1 ? 1 : below / sum;
        }

        return curve;
    }

    internal static double[] Sorted(ReadOnlySpan<double> values)
    {
        Guard.Sample(values, 1);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted[0] < 0 || sorted[^1] <= 0 ? throw new ArgumentException("Values must be 0 or more, and not all 0.", nameof(values)) : sorted;
    }
}
