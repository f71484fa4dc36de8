namespace Tajriba.Statistics;

/// <summary>Student's t distribution; degrees of freedom may be fractional (Welch).</summary>
public static class StudentDistribution
{
    /// <summary>Probability of a value at most <paramref name="t"/>.</summary>
    /// <param name="t">Finite.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cdf(double t, double degrees)
    {
        var tail = TwoSided(t, degrees) / 2;
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>Probability of a value farther from 0 than |<paramref name="t"/>|: the two-sided p-value.</summary>
    /// <param name="t">Finite.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoSided(double t, double degrees)
    {
        Guard.Finite(t);
        Guard.Positive(degrees);
        var square = t * t;
        return SpecialFunctions.RegularizedBeta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square));
    }

    /// <summary>The value below which a share <paramref name="p"/> lies; relative accuracy about 1e-12.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Quantile(double p, double degrees)
    {
        Guard.OpenUnit(p);
        Guard.Positive(degrees);
        if (p == 0.5)
        {
            return 0;
        }

        var tail = 2 * Math.Min(p, 1 - p);
        var upper = 1.0;
        while (TwoSided(upper, degrees) > tail && upper < 1e150)
        {
            upper *= 2;
        }

        var t = Roots.Rising(x => -TwoSided(x, degrees), -tail, 0, upper);
        return p < 0.5 ? -t : t;
    }
}
