namespace Tajriba.Statistics;

/// <summary>The mean of a population from a sample drawn stratum by stratum (Cochran 1977, ch. 5).</summary>
public static class StratifiedSample
{
    /// <summary>
    /// Mean Σ Nₕ x̄ₕ / N with a normal interval; its variance is Σ (Nₕ / N)² (1 − nₕ / Nₕ) sₕ² / nₕ, with the finite-population
    /// correction (Cochran 5.6).
    /// </summary>
    /// <param name="strata">At least one.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <returns>The mean, its standard error and its interval.</returns>
    /// <exception cref="ArgumentException">There is no stratum, or one has fewer than two values or fewer units than values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static (Estimate Mean, double StandardError) Mean(ReadOnlySpan<SampledStratum> strata, double confidence = 0.95)
    {
        var population = Population(strata);
        double mean = 0, variance = 0;
        foreach (var (units, sample) in strata)
        {
            var weight = units / population;
            mean += weight * sample.Mean;
            variance += weight * weight * (1 - (sample.Count / units)) * sample.StandardDeviation * sample.StandardDeviation / sample.Count;
        }

        var error = Math.Sqrt(variance);
        var half = NormalDistribution.ForConfidence(confidence) * error;
        return (new Estimate(mean, mean - half, mean + half), error);
    }

    /// <summary>How to spread a new sample so that the mean is known best: in proportion to Nₕ sₕ (Neyman 1934).</summary>
    /// <param name="strata">At least one, not all without deviation.</param>
    /// <param name="sampleSize">Size of the new sample, positive.</param>
    /// <returns>A real number for each stratum; their sum is the sample's size. One may exceed its stratum: then take that stratum whole.</returns>
    /// <exception cref="ArgumentException">There is no stratum, one does not fit, or none varies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public static double[] NeymanAllocation(ReadOnlySpan<SampledStratum> strata, double sampleSize)
    {
        Guard.Positive(sampleSize);
        Population(strata);
        var shares = new double[strata.Length];
        for (var i = 0; i < strata.Length; i++)
        {
            shares[i] = strata[i].Population * strata[i].Sample.StandardDeviation;
        }

        var sum = shares.Sum();
        return sum > 0 ? [.. shares.Select(share => sampleSize * share / sum)] : throw new ArgumentException("At least one stratum must vary.", nameof(strata));
    }

    private static double Population(ReadOnlySpan<SampledStratum> strata)
    {
        if (strata.IsEmpty)
        {
            throw new ArgumentException("Needs at least one stratum.", nameof(strata));
        }

        var sum = 0.0;
        foreach (var (units, sample) in strata)
        {
            sample.Check(nameof(strata));
            Guard.Positive(units, nameof(strata));
            if (units < sample.Count)
            {
                throw new ArgumentException("A stratum cannot have fewer units than values.", nameof(strata));
            }

            sum += units;
        }

        return sum;
    }
}
