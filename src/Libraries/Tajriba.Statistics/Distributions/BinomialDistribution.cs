namespace Tajriba.Statistics;

/// <summary>The binomial distribution.</summary>
public static class BinomialDistribution
{
    /// <summary>Probability of at most <paramref name="successes"/> in <paramref name="trials"/>.</summary>
    /// <param name="successes">Any whole number; below 0 gives 0, from the trials up gives 1.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cdf(long successes, long trials, double probability)
    {
        Check(trials, probability);
        if (successes < 0)
        {
            return 0;
        }

        return successes >= trials ? 1 : SpecialFunctions.RegularizedBeta(trials - successes, successes + 1, 1 - probability, probability);
    }

    /// <summary>Probability of exactly <paramref name="successes"/>.</summary>
    /// <param name="successes">0 to the trials.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(long successes, long trials, double probability)
    {
        Check(trials, probability);
        Guard.Counts(successes, trials);
        if (probability is 0 or 1)
        {
            return successes == (probability == 0 ? 0 : trials) ? 1 : 0;
        }

        var logarithm = SpecialFunctions.LogGamma(trials + 1) - SpecialFunctions.LogGamma(successes + 1) - SpecialFunctions.LogGamma(trials - successes + 1)
            + (successes * Math.Log(probability)) + ((trials - successes) * SpecialFunctions.Log1P(-probability));
        return Math.Exp(logarithm);
    }

    /// <summary>The smallest number of successes whose distribution function reaches <paramref name="p"/>.</summary>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long Quantile(double p, long trials, double probability)
    {
        Guard.OpenUnit(p);
        Check(trials, probability);
        long below = -1;
        var reached = trials;
        while (reached - below > 1)
        {
            var middle = below + ((reached - below) / 2);
            if (Cdf(middle, trials, probability) >= p)
            {
                reached = middle;
            }
            else
            {
                below = middle;
            }
        }

        return reached;
    }

    private static void Check(long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Must lie between 0 and 1.");
        }
    }
}
