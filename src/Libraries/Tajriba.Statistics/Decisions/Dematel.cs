namespace Tajriba.Statistics;

/// <summary>
/// DEMATEL, decision making trial and evaluation laboratory (Gabus and Fontela, Battelle Geneva 1972; Si et al.,
/// Mathematical Problems in Engineering 2018, 3696457): from judged direct influences to all influences.
/// </summary>
public static class Dematel
{
    /// <summary>Where sums that are equal on paper may differ by their rounding, as in a symmetric matrix.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Analyses one matrix of direct influences.</summary>
    /// <param name="direct">Square, at least two factors; row i column j is what i does to j, usually 0 to 4, not negative.</param>
    /// <param name="divisor">What to divide by.</param>
    /// <param name="threshold">What an edge must be above; the mean of all total relations where null.</param>
    /// <exception cref="ArgumentException">
    /// The matrix is not square, holds a value that is negative or not finite, holds no influence at all, or I − X is
    /// singular (or its inverse negative), so that indirect effects never end.
    /// </exception>
    public static DematelResult Analyse(
        IReadOnlyList<IReadOnlyList<double>> direct,
        DematelDivisor divisor = DematelDivisor.RowsAndColumns,
        double? threshold = null)
    {
        var x = Relations(direct, nameof(direct));
        var n = x.Length;
        var largest = x.Max(row => row.Sum());
        if (divisor == DematelDivisor.RowsAndColumns)
        {
            largest = Math.Max(largest, Enumerable.Range(0, n).Max(j => x.Sum(row => row[j])));
        }

        if (!(largest > 0))
        {
            throw new ArgumentException("No factor influences another.", nameof(direct));
        }

        var rest = LinearAlgebra.Identity(n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                x[i][j] /= largest;
                rest[i][j] -= x[i][j];
            }
        }

        var inverse = LinearAlgebra.Inverse(rest);
        if (inverse is null || inverse.Any(row => row.Any(value => value < -1e-9)))
        {
            throw new ArgumentException("I − X is singular: indirect influences never die away.", nameof(direct));
        }

        return Result(largest, x, LinearAlgebra.Multiply(x, inverse), threshold);
    }

    /// <summary>The mean judgement of several experts, cell by cell.</summary>
    /// <param name="experts">At least one; square matrices of one size, as in <see cref="Analyse"/>.</param>
    /// <exception cref="ArgumentException">There are no experts, their matrices differ in size, or a value is negative or not finite.</exception>
    public static IReadOnlyList<IReadOnlyList<double>> Average(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> experts)
    {
        var matrices = Judgements(experts);
        var average = LinearAlgebra.Zero(matrices[0].Length, matrices[0].Length);
        for (var i = 0; i < average.Length; i++)
        {
            for (var j = 0; j < average.Length; j++)
            {
                average[i][j] = matrices.Average(matrix => matrix[i][j]);
            }
        }

        return average;
    }

    /// <summary>
    /// How much the last expert still moved the average: the mean over i ≠ j of |a_p − a_(p−1)|/a_p in percent. Below 5
    /// the panel is commonly held to be large enough (Shieh, Wu and Huang, Knowledge-Based Systems 2010, 23:277).
    /// </summary>
    /// <param name="experts">At least two; square matrices of one size, as in <see cref="Analyse"/>.</param>
    /// <returns>Percent, not negative; pairs that nobody sees an influence in add nothing, but count.</returns>
    /// <exception cref="ArgumentException">There are fewer than two experts, their matrices differ in size, or a value is negative or not finite.</exception>
    public static double ConsensusGapPercent(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> experts)
    {
        ArgumentNullException.ThrowIfNull(experts);
        if (experts.Count < 2)
        {
            throw new ArgumentException("Needs at least two experts.", nameof(experts));
        }

        var all = Average(experts);
        var before = Average([.. experts.Take(experts.Count - 1)]);
        var n = all.Count;
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i != j && all[i][j] > 0)
                {
                    sum += Math.Abs(all[i][j] - before[i][j]) / all[i][j];
                }
            }
        }

        return sum / (n * (n - 1)) * 100;
    }

    internal static double[][][] Judgements(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> experts)
    {
        ArgumentNullException.ThrowIfNull(experts);
        if (experts.Count == 0)
        {
            throw new ArgumentException("Needs at least one expert.", nameof(experts));
        }

        var matrices = experts.Select(expert => Relations(expert, nameof(experts))).ToArray();
        return Array.TrueForAll(matrices, matrix => matrix.Length == matrices[0].Length)
            ? matrices
            : throw new ArgumentException("All experts must judge the same factors.", nameof(experts));
    }

    private static double[][] Relations(IReadOnlyList<IReadOnlyList<double>> rows, string name)
    {
        var matrix = Rows.Square(rows, 2, name);
        return matrix.Any(row => row.Any(value => value < 0))
            ? throw new ArgumentException("No influence may be negative.", name)
            : matrix;
    }

    private static DematelResult Result(double divisor, double[][] normalised, double[][] total, double? threshold)
    {
        var n = total.Length;
        var given = Array.ConvertAll(total, row => row.Sum());
        var received = Enumerable.Range(0, n).Select(j => total.Sum(row => row[j])).ToArray();
        var prominence = given.Zip(received, (d, r) => d + r).ToArray();
        var relation = given.Zip(received, (d, r) => d - r).ToArray();
        var limit = threshold ?? (given.Sum() / (n * n));
        var lengths = prominence.Zip(relation, (p, r) => Math.Sqrt((p * p) + (r * r))).ToArray();
        var edges = from i in Enumerable.Range(0, n)
                    from j in Enumerable.Range(0, n)
                    where total[i][j] > limit + (Rounding * Math.Abs(limit))
                    select (i, j);
        return new DematelResult(
            divisor,
            normalised,
            total,
            given,
            received,
            prominence,
            relation,
            limit,
            [.. edges],
            [.. Enumerable.Range(0, n).Where(i => relation[i] > Rounding * prominence[i])],
            Array.ConvertAll(lengths, length => length / lengths.Sum()));
    }
}
