namespace Tajriba.Statistics;

/// <summary>Comparison of paired values by the ranks of their differences (Wilcoxon 1945), as R's <c>wilcox.test(paired = TRUE)</c>.</summary>
/// <param name="V">Sum of the ranks of the positive differences.</param>
/// <param name="P">p-value for the alternative that was asked.</param>
/// <param name="Pairs">Pairs that differ; the others are left out.</param>
/// <param name="IsExact">False where the p-value is the normal approximation's, with tie and continuity correction.</param>
public readonly record struct WilcoxonSignedRank(double V, double P, int Pairs, bool IsExact)
{
    /// <summary>Below this many pairs the exact distribution is used unless told otherwise.</summary>
    private const int Small = 50;

    /// <summary>Above this many pairs the exact distribution is no longer worth its time.</summary>
    private const int Large = 1_000;

    /// <summary>Compares pairs: first minus second.</summary>
    /// <param name="first">At least two finite values.</param>
    /// <param name="second">As many.</param>
    /// <param name="alternative">What is held against no difference.</param>
    /// <param name="exact">True asks for the exact distribution with 50 to 1,000 pairs too, false for the normal approximation always; ties and equal pairs have only the latter.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are fewer than two pairs, a value is not finite, or no pair differs.</exception>
    public static WilcoxonSignedRank Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided, bool? exact = null)
    {
        Guard.Sample(first, 2);
        Guard.Sample(second, 2);
        Guard.AsMany(second.Length, first.Length, nameof(second));
        var sizes = new List<double>();
        var signs = new List<bool>();
        for (var i = 0; i < first.Length; i++)
        {
            var difference = first[i] - second[i];

            // 1.1 − 1.0 and 2.1 − 2.0 are the same difference: beyond the twelfth digit is rounding.
            var rounding = 1e-12 * Math.Max(Math.Abs(first[i]), Math.Abs(second[i]));
            if (Math.Abs(difference) > rounding)
            {
                sizes.Add(Math.Abs(difference));
                signs.Add(difference > 0);
            }
        }

        var n = sizes.Count;
        if (n == 0)
        {
            throw new ArgumentException("At least one pair must differ.", nameof(second));
        }

        var (v, ties) = MidRanks.SumOf([.. sizes], [.. signs], 1e-12);
        var mayBeExact = ties == 0 && n == first.Length && n <= Large;
        return mayBeExact && (exact ?? n < Small)
            ? new WilcoxonSignedRank(v, Exact(v, n, alternative), n, true)
            : new WilcoxonSignedRank(v, Normal(v, n, ties, alternative), n, false);
    }

    private static double Exact(double v, int n, Alternative alternative)
    {
        // Chance of each sum when every rank counts with probability one half.
        var most = n * (n + 1) / 2;
        var chances = new double[most + 1];
        chances[0] = 1;
        for (var rank = 1; rank <= n; rank++)
        {
            for (var sum = rank * (rank + 1) / 2; sum >= 0; sum--)
            {
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
            }
        }

        var atLeast = chances.Skip((int)v).Sum();
        var atMost = chances.Take((int)v + 1).Sum();
        return alternative switch
        {
            Alternative.Greater => atLeast,
            Alternative.Less => atMost,
            _ => Math.Min(1, 2 * Math.Min(atLeast, atMost)),
        };
    }

    private static double Normal(double v, double n, double ties, Alternative alternative)
    {
        var distance = v - (n * (n + 1) / 4);
        var sigma = Math.Sqrt((n * (n + 1) * ((2 * n) + 1) / 24) - (ties / 48));
        return alternative switch
        {
            Alternative.Greater => NormalDistribution.Cdf(-(distance - 0.5) / sigma),
            Alternative.Less => NormalDistribution.Cdf((distance + 0.5) / sigma),
            _ => Math.Min(1, NormalDistribution.TwoSided((Math.Abs(distance) - (distance == 0 ? 0 : 0.5)) / sigma)),
        };
    }
}
