namespace Tajriba.Statistics;

/// <summary>
/// Mixture sequential probability ratio test of a difference of proportions: a p-value that stays valid however often one
/// looks (Johari, Pekelis and Walsh, Always Valid Inference, arXiv 1512.04922; Robbins 1970).
/// </summary>
public static class AlwaysValidTest
{
    /// <summary>The trace of looks.</summary>
    /// <param name="first">0 or 1 for each observation of the first arm in order of time.</param>
    /// <param name="second">As many of the second arm.</param>
    /// <param name="mixture">τ², the variance of the differences thought likely; positive.</param>
    /// <param name="every">Observations in each arm from look to look, at least 1.</param>
    /// <returns>
    /// One look for each full step, with Λ_n = √(V/(V + nτ²)) exp(n²τ²d²/(2V(V + nτ²))) and p_n = min(p_(n−1), 1/Λ_n), p_0 = 1.
    /// </returns>
    /// <exception cref="ArgumentException">The arms differ in length or hold other values than 0 and 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<AlwaysValidLook> Trace(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double mixture, int every = 1)
    {
        Binary(first, nameof(first));
        Binary(second, nameof(second));
        if (first.Length != second.Length)
        {
            throw new ArgumentException("Both arms need as many observations.", nameof(second));
        }

        Guard.Positive(mixture);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        var looks = new List<AlwaysValidLook>();
        double a = 0, b = 0, p = 1;
        for (var n = 1; n <= first.Length; n++)
        {
            a += first[n - 1];
            b += second[n - 1];
            if (n % every != 0)
            {
                continue;
            }

            var difference = (b - a) / n;
            var variance = (a / n * (1 - (a / n))) + (b / n * (1 - (b / n)));
            double? ratio = variance > 0 ? Ratio(n, difference, variance, mixture) : null;
            p = ratio is { } known ? Math.Min(p, 1 / known) : p;
            looks.Add(new AlwaysValidLook(n, difference, variance, ratio, p));
        }

        return looks;
    }

    private static double Ratio(int n, double difference, double variance, double mixture)
    {
        var widened = variance + (n * mixture);
        return Math.Sqrt(variance / widened) * Math.Exp((double)n * n * mixture * difference * difference / (2 * variance * widened));
    }

    private static void Binary(ReadOnlySpan<double> values, string name)
    {
        foreach (var value in values)
        {
            if (value is not (0 or 1))
            {
                throw new ArgumentException("Every value must be 0 or 1.", name);
            }
        }
    }
}
