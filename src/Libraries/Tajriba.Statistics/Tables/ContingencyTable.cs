namespace Tajriba.Statistics;

/// <summary>Pearson's chi-square test of independence in a table of counts (Pearson 1900), without continuity correction.</summary>
/// <param name="ChiSquare">Test statistic.</param>
/// <param name="Degrees">Degrees of freedom: (rows − 1)(columns − 1).</param>
/// <param name="P">p-value.</param>
/// <param name="CramersV">Strength from 0 to 1: √(χ² / (N · (min(rows, columns) − 1))) (Cramér 1946, p. 282).</param>
public readonly record struct ContingencyTable(double ChiSquare, int Degrees, double P, double CramersV)
{
    /// <summary>Tests a table.</summary>
    /// <param name="counts">At least two rows and columns of counts of 0 or more; no row or column of zeros alone.</param>
    /// <exception cref="ArgumentException">The table is too small, uneven, or has an empty row or column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite.</exception>
    public static ContingencyTable Test(double[][] counts)
    {
        Guard.Table(counts, 2, 2);
        var rows = counts.Select(row => row.Sum()).ToArray();
        var columns = Enumerable.Range(0, counts[0].Length).Select(j => counts.Sum(row => row[j])).ToArray();
        if (rows.Contains(0) || columns.Contains(0))
        {
            throw new ArgumentException("Every row and column must hold a count.", nameof(counts));
        }

        double total = rows.Sum(), square = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                var expected = rows[i] * columns[j] / total;
                square += Math.Pow(counts[i][j] - expected, 2) / expected;
            }
        }

        var degrees = (rows.Length - 1) * (columns.Length - 1);
        return new ContingencyTable(
            square,
            degrees,
            ChiSquareDistribution.UpperTail(square, degrees),
            Math.Sqrt(square / (total * (Math.Min(rows.Length, columns.Length) - 1))));
    }
}
