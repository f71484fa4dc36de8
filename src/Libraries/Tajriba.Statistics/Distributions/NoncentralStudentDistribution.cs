namespace Tajriba.Statistics;

/// <summary>The noncentral t distribution: what a t statistic follows where there is a difference.</summary>
public static class NoncentralStudentDistribution
{
    /// <summary>Beyond this the series underflows; the normal approximation is then good to more digits than a plan needs.</summary>
    private const double SeriesEnds = 37;

    /// <summary>Probability of a value at most <paramref name="t"/> (Lenth 1989, Applied Statistics 38:185, algorithm AS 243).</summary>
    /// <param name="t">Finite.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <param name="noncentrality">Difference over its standard error, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cdf(double t, double degrees, double noncentrality)
    {
        Guard.Finite(t);
        Guard.Positive(degrees);
        Guard.Finite(noncentrality);
        if (t < 0)
        {
            return 1 - Cdf(-t, degrees, -noncentrality);
        }

        if (Math.Abs(noncentrality) > SeriesEnds)
        {
            // Abramowitz and Stegun 26.7.10.
            var s = 1 / (4 * degrees);
            return NormalDistribution.Cdf(((t * (1 - s)) - noncentrality) / Math.Sqrt(1 + (t * t * 2 * s)));
        }

        var sum = t > 0 ? Series(t * t / ((t * t) + degrees), degrees / ((t * t) + degrees), degrees / 2, noncentrality) : 0;
        return Math.Clamp(sum + NormalDistribution.Cdf(-noncentrality), 0, 1);
    }

    private static double Series(double x, double y, double b, double noncentrality)
    {
        var lambda = noncentrality * noncentrality;
        var p = 0.5 * Math.Exp(-lambda / 2);
        var q = Math.Sqrt(2 / Math.PI) * p * noncentrality;
        var rest = 0.5 - p;
        var a = 0.5;
        var power = Math.Exp(b * Math.Log(y));
        var logBeta = (0.5 * Math.Log(Math.PI)) + SpecialFunctions.LogGamma(b) - SpecialFunctions.LogGamma(b + 0.5);
        var odd = SpecialFunctions.RegularizedBeta(a, b, x, y);
        var oddStep = 2 * power * Math.Exp((a * Math.Log(x)) - logBeta);
        var even = 1 - power;
        var evenStep = b * x * power;
        var sum = (p * odd) + (q * even);
        for (var i = 1; i <= 10_000; i++)
        {
            a++;
            odd -= oddStep;
            even -= evenStep;
            oddStep *= x * (a + b - 1) / a;
            evenStep *= x * (a + b - 0.5) / (a + 0.5);
            p *= lambda / (2 * i);
            q *= lambda / ((2 * i) + 1);
            sum += (p * odd) + (q * even);
            rest -= p;
            if (rest < -1e-10 || Math.Abs(2 * rest * (odd - oddStep)) < 1e-14)
            {
                break;
            }
        }

        return sum;
    }
}
