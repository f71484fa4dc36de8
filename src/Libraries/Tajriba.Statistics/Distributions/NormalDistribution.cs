namespace Tajriba.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    /// <summary>Probability of a value at most <paramref name="z"/>; relative accuracy 1e-13, in the tails too.</summary>
    public static double Cdf(double z)
    {
        if (double.IsNaN(z))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "Must be a number.");
        }

        if (double.IsInfinity(z))
        {
            return z > 0 ? 1 : 0;
        }

        var half = z * z / 2;
        return z < 0 ? SpecialFunctions.RegularizedGammaQ(0.5, half) / 2 : 1 - (SpecialFunctions.RegularizedGammaQ(0.5, half) / 2);
    }

    /// <summary>Probability of a value farther from 0 than |<paramref name="z"/>|: the two-sided p-value.</summary>
    public static double TwoSided(double z)
        => double.IsInfinity(z) ? 0 : SpecialFunctions.RegularizedGammaQ(0.5, z * z / 2);

    /// <summary>The value below which a share <paramref name="p"/> lies; relative accuracy 1e-15.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <remarks>Wichura (1988), algorithm AS 241, PPND16.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not strictly between 0 and 1.</exception>
    public static double Quantile(double p)
    {
        Guard.OpenUnit(p);
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * Horner(r, Central) / Horner(r, CentralBelow);
        }

        var tail = Math.Sqrt(-Math.Log(q < 0 ? p : 1 - p));
        var value = tail <= 5
            ? Horner(tail - 1.6, Middle) / Horner(tail - 1.6, MiddleBelow)
            : Horner(tail - 5, Far) / Horner(tail - 5, FarBelow);
        return q < 0 ? -value : value;
    }

    /// <summary>The z for a two-sided interval: 1.959964 at 0.95.</summary>
    internal static double ForConfidence(double confidence)
    {
        Guard.Confidence(confidence);
        return -Quantile((1 - confidence) / 2);
    }

    private static ReadOnlySpan<double> Central =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ];

    private static ReadOnlySpan<double> CentralBelow =>
    [
        1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static ReadOnlySpan<double> Middle =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> MiddleBelow =>
    [
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> Far =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarBelow =>
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    private static double Horner(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
