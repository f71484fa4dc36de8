namespace Tajriba.Statistics;

/// <summary>How far two measures move together.</summary>
public static class Correlation
{
    /// <summary>The product-moment correlation (Pearson 1896), -1 to 1.</summary>
    /// <param name="x">At least two finite values.</param>
    /// <param name="y">As many.</param>
    /// <returns>Not a number where a measure does not vary.</returns>
    /// <exception cref="ArgumentException">There are fewer than two values, lengths differ, or a value is not finite.</exception>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Guard.Sample(x, 2);
        Guard.Sample(y, 2);
        Guard.AsMany(y.Length, x.Length, nameof(y));
        double meanX = SampleSummary.Of(x).Mean, meanY = SampleSummary.Of(y).Mean;
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dy = y[i] - meanY;
            (xx, yy, xy) = (xx + (dx * dx), yy + (dy * dy), xy + (dx * dy));
        }

        return IsNothing(xx, meanX, x.Length) || IsNothing(yy, meanY, y.Length) ? double.NaN : Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }

    /// <summary>Squares that only rounding of the mean has left.</summary>
    private static bool IsNothing(double squares, double mean, int count) => squares <= count * Math.Pow(1e-15 * mean, 2);
}
