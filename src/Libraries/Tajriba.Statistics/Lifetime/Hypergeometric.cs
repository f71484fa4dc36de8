namespace Tajriba.Statistics;

/// <summary>Gauss's hypergeometric function.</summary>
internal static class Hypergeometric
{
    /// <summary>₂F₁(a, b; c; z) for 0 ≤ z &lt; 1 by its series (DLMF 15.2.1).</summary>
    public static double TwoOne(double a, double b, double c, double z)
    {
        double term = 1, sum = 1;
        for (var n = 0; n < 1_000_000; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.Abs(term) < 1e-15 * Math.Abs(sum))
            {
                break;
            }
        }

        return sum;
    }
}
