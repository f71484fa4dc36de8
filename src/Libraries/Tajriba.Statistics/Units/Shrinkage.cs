namespace Tajriba.Statistics;

/// <summary>Empirical-Bayes estimates of many units at once (Efron and Morris 1975; Casella 1985).</summary>
public static class Shrinkage
{
    /// <summary>
    /// Shares under a beta-binomial model. The mean and the correlation within units come from the first two moments,
    /// units weighted by size (Kleinman, JASA 1973, 68:46); each unit's value and interval from its beta posterior.
    /// </summary>
    /// <param name="units">At least two.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are fewer than two units, or counts contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static ShrunkenUnits Proportions(ReadOnlySpan<UnitCounts> units, double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        if (units.Length < 2)
        {
            throw new ArgumentException("Needs at least two units.", nameof(units));
        }

        double successes = 0, trials = 0, squares = 0;
        foreach (var (x, n) in units)
        {
            if (n < 1 || x < 0 || x > n)
            {
                throw new ArgumentException("Successes must lie between 0 and the trials, of which there is at least one.", nameof(units));
            }

            successes += x;
            trials += n;
            squares += (double)n * n;
        }

        var mean = successes / trials;
        var bernoulli = mean * (1 - mean);
        var rho = bernoulli > 0 ? Correlation(units, mean, trials, squares) : 0;
        if (rho <= 0)
        {
            var common = Proportion.Wilson((long)successes, (long)trials, confidence);
            return new ShrunkenUnits(mean, 0, [.. Enumerable.Repeat(common, units.Length)], new double[units.Length]);
        }

        var prior = (1 / rho) - 1;
        var tail = (1 - confidence) / 2;
        var estimates = new Estimate[units.Length];
        var weights = new double[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            var a = (mean * prior) + units[i].Successes;
            var b = ((1 - mean) * prior) + units[i].Trials - units[i].Successes;
            estimates[i] = new Estimate(a / (a + b), BetaDistribution.Quantile(tail, a, b), BetaDistribution.Quantile(1 - tail, a, b));
            weights[i] = units[i].Trials / (units[i].Trials + prior);
        }

        return new ShrunkenUnits(mean, rho * bernoulli, estimates, weights);
    }

    /// <summary>
    /// Means under a normal model. The variance between units is the moment estimate of DerSimonian and Laird (1986);
    /// intervals are posterior and take that variance as known.
    /// </summary>
    /// <param name="means">At least two, finite.</param>
    /// <param name="standardErrors">As many, positive.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are fewer than two, or a value is outside its range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static ShrunkenUnits Means(ReadOnlySpan<double> means, ReadOnlySpan<double> standardErrors, double confidence = 0.95)
    {
        var z = NormalDistribution.ForConfidence(confidence);
        Guard.Sample(means, 2);
        Guard.Sample(standardErrors, 2);
        if (means.Length != standardErrors.Length)
        {
            throw new ArgumentException("As many standard errors as means.", nameof(standardErrors));
        }

        double w1 = 0, w2 = 0, sum = 0;
        for (var i = 0; i < means.Length; i++)
        {
            if (standardErrors[i] <= 0)
            {
                throw new ArgumentException("Every standard error must be positive.", nameof(standardErrors));
            }

            var w = 1 / (standardErrors[i] * standardErrors[i]);
            (w1, w2, sum) = (w1 + w, w2 + (w * w), sum + (w * means[i]));
        }

        var heterogeneity = 0.0;
        for (var i = 0; i < means.Length; i++)
        {
            heterogeneity += Math.Pow((means[i] - (sum / w1)) / standardErrors[i], 2);
        }

        var between = Math.Max(0, (heterogeneity - (means.Length - 1)) / (w1 - (w2 / w1)));
        (w1, sum) = (0, 0);
        for (var i = 0; i < means.Length; i++)
        {
            var w = 1 / ((standardErrors[i] * standardErrors[i]) + between);
            (w1, sum) = (w1 + w, sum + (w * means[i]));
        }

        var mean = sum / w1;
        var estimates = new Estimate[means.Length];
        var weights = new double[means.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var own = between / (between + (standardErrors[i] * standardErrors[i]));
            var value = (own * means[i]) + ((1 - own) * mean);

            // Morris (1983): the second term is what not knowing the common mean adds.
            var half = z * Math.Sqrt((own * standardErrors[i] * standardErrors[i]) + ((1 - own) * (1 - own) / w1));
            estimates[i] = new Estimate(value, value - half, value + half);
            weights[i] = own;
        }

        return new ShrunkenUnits(mean, between, estimates, weights);
    }

    private static double Correlation(ReadOnlySpan<UnitCounts> units, double mean, double trials, double squares)
    {
        var spread = 0.0;
        foreach (var (x, n) in units)
        {
            spread += n * Math.Pow(((double)x / n) - mean, 2);
        }

        var within = units.Length - 1;
        var denominator = trials - (squares / trials) - within;
        return denominator <= 0 ? 0 : Math.Min(0.999, ((spread / (mean * (1 - mean))) - within) / denominator);
    }
}
