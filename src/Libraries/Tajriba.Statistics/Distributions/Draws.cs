namespace Tajriba.Statistics;

/// <summary>Random draws from a seeded source.</summary>
internal static class Draws
{
    /// <summary>A standard normal value (Marsaglia's polar method).</summary>
    public static double Normal(Random random)
    {
        while (true)
        {
            var u = (2 * random.NextDouble()) - 1;
            var v = (2 * random.NextDouble()) - 1;
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }

    /// <summary>A beta value from two gammas; both shapes at least 1.</summary>
    public static double Beta(double a, double b, Random random)
    {
        var x = Gamma(a, random);
        return x / (x + Gamma(b, random));
    }

    /// <summary>A gamma value of scale 1, shape at least 1 (Marsaglia and Tsang 2000).</summary>
    private static double Gamma(double shape, Random random)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(random);
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
