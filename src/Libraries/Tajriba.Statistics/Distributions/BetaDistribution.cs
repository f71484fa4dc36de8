namespace Tajriba.Statistics;

/// <summary>The beta distribution.</summary>
public static class BetaDistribution
{
    /// <summary>Probability of a value at most <paramref name="x"/>.</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">First shape, positive.</param>
    /// <param name="b">Second shape, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cdf(double x, double a, double b) => SpecialFunctions.RegularizedBeta(a, b, x);

    /// <summary>The value below which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <param name="a">First shape, positive.</param>
    /// <param name="b">Second shape, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Quantile(double p, double a, double b)
    {
        Guard.OpenUnit(p);
        Guard.Positive(a);
        Guard.Positive(b);
        return Roots.Rising(x => SpecialFunctions.RegularizedBeta(a, b, x), p, 0, 1);
    }
}
