namespace Tajriba.Statistics;

/// <summary>How mixed a whole is, from the counts or amounts of its parts.</summary>
public static class Diversity
{
    /// <summary>Shannon's entropy in nats, 0 (one part) to ln n: −Σ p ln p (Shannon 1948). Over ln 2 it is in bits.</summary>
    /// <param name="parts">At least one, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">There is no part, one is negative or not finite, or all are 0.</exception>
    public static double Shannon(ReadOnlySpan<double> parts)
    {
        var sorted = Concentration.Sorted(parts);
        var sum = sorted.Sum();
        return sorted.Sum(part => part > 0 ? part / sum * Math.Log(sum / part) : 0);
    }

    /// <summary>Entropy over its largest value ln n, 0 to 1; parts of 0 count among the n.</summary>
    /// <param name="parts">At least two, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">There are fewer than two parts, one is negative or not finite, or all are 0.</exception>
    public static double Evenness(ReadOnlySpan<double> parts)
    {
        Guard.Sample(parts, 2);
        return Shannon(parts) / Math.Log(parts.Length);
    }

    /// <summary>Gini's impurity, 0 to 1 − 1/n: the chance that two draws with replacement differ, 1 − Σ p².</summary>
    /// <param name="parts">At least one, 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">There is no part, one is negative or not finite, or all are 0.</exception>
    public static double GiniImpurity(ReadOnlySpan<double> parts) => 1 - Concentration.Herfindahl(parts);

    /// <summary>Simpson's unbiased diversity, 0 to 1: the chance that two draws without replacement differ, 1 − Σ n (n − 1) / (N (N − 1)) (Simpson 1949).</summary>
    /// <param name="counts">Counts of 0 or more, together at least 2.</param>
    /// <exception cref="ArgumentException">There is no count, one is negative or not finite, or together they are below 2.</exception>
    public static double Simpson(ReadOnlySpan<double> counts)
    {
        var sorted = Concentration.Sorted(counts);
        var sum = sorted.Sum();
        return sum < 2
            ? throw new ArgumentException("Counts must be at least 2 together.", nameof(counts))
            : 1 - (sorted.Sum(count => count * (count - 1)) / (sum * (sum - 1)));
    }
}
