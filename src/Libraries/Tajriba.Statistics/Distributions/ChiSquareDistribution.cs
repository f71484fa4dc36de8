namespace Tajriba.Statistics;

/// <summary>The chi-square distribution.</summary>
public static class ChiSquareDistribution
{
    /// <summary>Probability of a value at most <paramref name="x"/>.</summary>
    /// <param name="x">Not negative.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cdf(double x, double degrees)
    {
        Guard.NotNegative(x);
        Guard.Positive(degrees);
        return SpecialFunctions.RegularizedGammaP(degrees / 2, x / 2);
    }

    /// <summary>Probability of a value above <paramref name="x"/>: the p-value of a chi-square test.</summary>
    /// <param name="x">Not negative.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double UpperTail(double x, double degrees)
    {
        Guard.NotNegative(x);
        Guard.Positive(degrees);
        return SpecialFunctions.RegularizedGammaQ(degrees / 2, x / 2);
    }

    /// <summary>The value below which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Quantile(double p, double degrees)
    {
        Guard.OpenUnit(p);
        Guard.Positive(degrees);
        var upper = degrees + 1;
        while (Cdf(upper, degrees) < p && upper < 1e150)
        {
            upper *= 2;
        }

        // The upper tail keeps its digits where the distribution function has run into 1.
        return p < 0.5
            ? Roots.Rising(x => Cdf(x, degrees), p, 0, upper)
            : Roots.Rising(x => -UpperTail(x, degrees), p - 1, 0, upper);
    }
}
