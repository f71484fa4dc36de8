namespace Tajriba.Statistics;

/// <summary>Differences of means (a duration, a cost) compared within strata.</summary>
public static class StratifiedMeans
{
    /// <summary>
    /// Exposed minus unexposed, each stratum weighted by n1·n0/N as in <see cref="MantelHaenszel"/>, with each stratum's
    /// own variances and a normal interval.
    /// </summary>
    /// <param name="strata">Strata; those with fewer than two values on a side are left out.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <returns>Null where no stratum has two values on both sides.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static Estimate? Compare(ReadOnlySpan<StratumMeans> strata, double confidence = 0.95)
    {
        var z = NormalDistribution.ForConfidence(confidence);
        double sum = 0, weights = 0, variance = 0;
        foreach (var (exposed, unexposed) in strata)
        {
            if (exposed.Count < 2 || unexposed.Count < 2)
            {
                continue;
            }

            double n1 = exposed.Count, n0 = unexposed.Count;
            var weight = n1 * n0 / (n1 + n0);
            sum += weight * (exposed.Mean - unexposed.Mean);
            weights += weight;
            variance += weight * weight * ((exposed.StandardDeviation * exposed.StandardDeviation / n1) + (unexposed.StandardDeviation * unexposed.StandardDeviation / n0));
        }

        if (weights == 0)
        {
            return null;
        }

        var half = z * Math.Sqrt(variance) / weights;
        return new Estimate(sum / weights, (sum / weights) - half, (sum / weights) + half);
    }
}
