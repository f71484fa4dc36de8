namespace Tajriba.Statistics;

/// <summary>
/// Runs rules of Nelson (Journal of Quality Technology 1984, 16:237) and of the Western Electric handbook (1956). A rule
/// marks the last point of its window; windows that are not yet full mark nothing. Comparisons are strict: a point on the
/// centre line breaks a run on one side, a point exactly at a distance is neither beyond nor within it.
/// </summary>
public static class RunsRules
{
    /// <summary>The points that a rule marks.</summary>
    /// <param name="values">Finite values in order of time; may be fewer than the window.</param>
    /// <param name="mean">Centre line, finite.</param>
    /// <param name="sigma">Standard deviation of single values, positive.</param>
    /// <param name="rule">The pattern.</param>
    /// <returns>0-based indices, ascending.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<int> Marked(ReadOnlySpan<double> values, double mean, double sigma, RunsRule rule)
    {
        Guard.Sample(values, 0);
        Guard.Finite(mean);
        Guard.Positive(sigma);
        var z = new double[values.Length];
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = (values[i] - mean) / sigma;
        }

        var (window, holds) = Pattern(rule);
        var marked = new List<int>();
        for (var last = window - 1; last < z.Length; last++)
        {
            if (holds(z.AsSpan(last - window + 1, window)))
            {
                marked.Add(last);
            }
        }

        return marked;
    }

    private static (int Window, Test Holds) Pattern(RunsRule rule) => rule switch
    {
        RunsRule.Nelson1 or RunsRule.WesternElectric1 => (1, z => Math.Abs(z[0]) > 3),
        RunsRule.Nelson2 => (9, OneSide),
        RunsRule.Nelson3 => (6, Trend),
        RunsRule.Nelson4 => (14, Alternating),
        RunsRule.Nelson5 => (3, z => Beyond(z, 2, 1) >= 2 || Beyond(z, 2, -1) >= 2),
        RunsRule.Nelson6 => (5, z => Beyond(z, 1, 1) >= 4 || Beyond(z, 1, -1) >= 4),
        RunsRule.Nelson7 => (15, z => Beyond(z, 1, 1) + Beyond(z, 1, -1) + Exactly(z, 1) == 0),
        RunsRule.Nelson8 => (8, z => Beyond(z, 1, 1) + Beyond(z, 1, -1) == z.Length),
        RunsRule.WesternElectric2 => (3, z => EndsBeyond(z, 2, 2)),
        RunsRule.WesternElectric3 => (5, z => EndsBeyond(z, 1, 4)),
        RunsRule.WesternElectric4 => (8, OneSide),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    private static bool OneSide(ReadOnlySpan<double> z) => Beyond(z, 0, 1) == z.Length || Beyond(z, 0, -1) == z.Length;

    private static bool EndsBeyond(ReadOnlySpan<double> z, double distance, int atLeast)
        => (z[^1] > distance && Beyond(z, distance, 1) >= atLeast) || (z[^1] < -distance && Beyond(z, distance, -1) >= atLeast);

    private static bool Trend(ReadOnlySpan<double> z)
    {
        int up = 0, down = 0;
        for (var i = 1; i < z.Length; i++)
        {
            up += z[i] > z[i - 1] ? 1 : 0;
            down += z[i] < z[i - 1] ? 1 : 0;
        }

        return Math.Max(up, down) == z.Length - 1;
    }

    private static bool Alternating(ReadOnlySpan<double> z)
    {
        for (var i = 2; i < z.Length; i++)
        {
            if (!((z[i] > z[i - 1] && z[i - 1] < z[i - 2]) || (z[i] < z[i - 1] && z[i - 1] > z[i - 2])))
            {
                return false;
            }
        }

        return true;
    }

    private static int Beyond(ReadOnlySpan<double> z, double distance, int side)
    {
        var count = 0;
        foreach (var value in z)
        {
            count += value * side > distance ? 1 : 0;
        }

        return count;
    }

    private static int Exactly(ReadOnlySpan<double> z, double distance)
    {
        var count = 0;
        foreach (var value in z)
        {
            count += Math.Abs(value) == distance ? 1 : 0;
        }

        return count;
    }

    private delegate bool Test(ReadOnlySpan<double> z);
}
