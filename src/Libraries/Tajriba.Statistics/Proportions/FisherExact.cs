namespace Tajriba.Statistics;

/// <summary>Fisher's exact test of two shares (Fisher 1935).</summary>
public static class FisherExact
{
    /// <summary>
    /// Two-sided p-value: the chance, margins given, of every table no likelier than the one seen (as R's <c>fisher.test</c>).
    /// </summary>
    /// <param name="successes1">0 to the first trials.</param>
    /// <param name="trials1">At least 1.</param>
    /// <param name="successes2">0 to the second trials.</param>
    /// <param name="trials2">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoSided(long successes1, long trials1, long successes2, long trials2)
    {
        Guard.Counts(successes1, trials1);
        Guard.Counts(successes2, trials2);
        var successes = successes1 + successes2;
        long lowest = Math.Max(0, successes - trials2), highest = Math.Min(trials1, successes);
        var mode = Math.Clamp((long)((double)(trials1 + 1) * (successes + 1) / (trials1 + trials2 + 2)), lowest, highest);
        var observed = Relative(mode, successes1, trials1, successes, trials2);

        // Weights relative to the mode fall off on both sides, so that nothing big is ever computed.
        var likelyEnough = observed * (1 + 1e-7);
        var (all, asRare) = (1.0, 1 <= likelyEnough ? 1.0 : 0);
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            var weight = 1.0;
            for (var x = mode; x + step >= lowest && x + step <= highest && weight > 1e-320; x += step)
            {
                weight *= step > 0 ? Up(x, trials1, successes, trials2) : 1 / Up(x - 1, trials1, successes, trials2);
                all += weight;
                asRare += weight <= likelyEnough ? weight : 0;
            }
        }

        return Math.Min(1, asRare / all);
    }

    private static double Relative(long mode, long x, long trials1, long successes, long trials2)
    {
        var weight = 1.0;
        for (var at = mode; at < x; at++)
        {
            weight *= Up(at, trials1, successes, trials2);
        }

        for (var at = mode; at > x; at--)
        {
            weight /= Up(at - 1, trials1, successes, trials2);
        }

        return weight;
    }

    /// <summary>How much likelier x + 1 successes in the first sample are than x.</summary>
    private static double Up(long x, long trials1, long successes, long trials2)
        => (double)(trials1 - x) * (successes - x) / ((double)(x + 1) * (trials2 - successes + x + 1));
}
