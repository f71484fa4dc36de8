namespace Tajriba.Statistics;

/// <summary>Agreement of two raters beyond chance (Cohen 1960; weighted, Cohen 1968).</summary>
/// <param name="Observed">Weighted share of agreement, 0 to 1.</param>
/// <param name="ByChance">Weighted share that their margins would give, 0 to 1.</param>
/// <param name="Kappa">(observed − by chance) / (1 − by chance), at most 1; not a number where both use one category alone.</param>
/// <param name="StandardError">For large samples (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323); not a number where kappa is none.</param>
public readonly record struct CohenKappa(double Observed, double ByChance, double Kappa, double StandardError)
{
    /// <summary>Agreement in a table.</summary>
    /// <param name="table">Square, at least two categories: counts by the first rater's category (rows) and the second's (columns), not all 0.</param>
    /// <param name="weights">For ordered categories.</param>
    /// <exception cref="ArgumentException">The table is not square or too small, or holds nothing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite.</exception>
    public static CohenKappa Of(double[][] table, KappaWeights weights = KappaWeights.None)
    {
        Guard.Table(table, 2, 2);
        Guard.AsMany(table[0].Length, table.Length, nameof(table));
        var size = table.Length;
        var total = table.Sum(row => row.Sum());
        Guard.Positive(total, nameof(table));
        double[] rows = [.. table.Select(row => row.Sum() / total)];
        double[] columns = [.. rows.Select((_, j) => table.Sum(row => row[j]) / total)];

        // What a category of one rater would agree with the other's margins.
        double[] rowWeights = [.. rows.Select((_, i) => columns.Select((share, j) => share * Weight(i, j)).Sum())];
        double[] columnWeights = [.. columns.Select((_, j) => rows.Select((share, i) => share * Weight(i, j)).Sum())];
        var observed = table.Select((row, i) => row.Select((count, j) => count / total * Weight(i, j)).Sum()).Sum();
        var chance = rows.Zip(rowWeights, (share, weight) => share * weight).Sum();
        if (1 - chance < 1e-12)
        {
            return new CohenKappa(observed, chance, double.NaN, double.NaN);
        }

        var kappa = (observed - chance) / (1 - chance);
        var spread = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                spread += table[i][j] / total * Math.Pow(Weight(i, j) - ((rowWeights[i] + columnWeights[j]) * (1 - kappa)), 2);
            }
        }

        var variance = (spread - Math.Pow(kappa - (chance * (1 - kappa)), 2)) / (total * (1 - chance) * (1 - chance));
        return new CohenKappa(observed, chance, kappa, Math.Sqrt(Math.Max(0, variance)));

        double Weight(int i, int j) => weights switch
        {
            KappaWeights.Linear => 1 - (Math.Abs(i - j) / (size - 1.0)),
            KappaWeights.Quadratic => 1 - Math.Pow((i - j) / (size - 1.0), 2),
            _ => i == j ? 1 : 0,
        };
    }
}
