namespace Tajriba.Statistics;

/// <summary>
/// Analytic hierarchy process (Saaty, The Analytic Hierarchy Process, 1980; European Journal of Operational Research 1990,
/// 48:9): priorities from pairwise comparisons. Geometric means and their index: Crawford and Williams 1985; Aguarón and
/// Moreno-Jiménez, EJOR 2003, 147:137.
/// </summary>
public static class Ahp
{
    /// <summary>How far a_ij a_ji may be from 1: what rounding of reciprocals to two decimals leaves.</summary>
    public const double ReciprocityTolerance = 0.05;

    /// <summary>Saaty's random index for 1 to 15 items (Saaty 1980, p. 21).</summary>
    public static IReadOnlyList<double> RandomIndices { get; } = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    /// <summary>Analyses one matrix of comparisons.</summary>
    /// <param name="comparisons">Square, at least two items, positive, reciprocal with 1 in the diagonal; row i column j says how many times i outweighs j.</param>
    /// <param name="randomIndex">Random index of this size, not negative; from <see cref="RandomIndices"/> where null.</param>
    /// <exception cref="ArgumentException">The matrix is not square, not positive or not reciprocal, or has no random index.</exception>
    public static AhpResult Analyse(IReadOnlyList<IReadOnlyList<double>> comparisons, double? randomIndex = null)
    {
        var matrix = Reciprocal(comparisons, nameof(comparisons));
        var n = matrix.Length;
        if (randomIndex is null && n > RandomIndices.Count)
        {
            throw new ArgumentException($"There is no random index for {n} items.", nameof(comparisons));
        }

        var random = randomIndex ?? RandomIndices[n - 1];
        Guard.NotNegative(random, nameof(randomIndex));
        var (weights, lambda) = Principal(matrix);
        var index = (lambda - n) / (n - 1);
        var geometric = Normalised(Array.ConvertAll(matrix, row => Math.Exp(row.Average(Math.Log))));
        return new AhpResult(weights, lambda, index, random, random > 0 ? index / random : 0, geometric, GeometricIndex(matrix, geometric));
    }

    /// <summary>
    /// One matrix for a group: the geometric mean of the judges' comparisons, the only mean that stays reciprocal (Aczél and
    /// Saaty, Journal of Mathematical Psychology 1983, 27:93).
    /// </summary>
    /// <param name="judges">At least one; matrices of one size, as in <see cref="Analyse"/>.</param>
    /// <exception cref="ArgumentException">There are no judges, sizes differ, or a matrix is not positive or not reciprocal.</exception>
    public static IReadOnlyList<IReadOnlyList<double>> Group(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> judges)
    {
        ArgumentNullException.ThrowIfNull(judges);
        if (judges.Count == 0)
        {
            throw new ArgumentException("Needs at least one judge.", nameof(judges));
        }

        var matrices = judges.Select(judge => Reciprocal(judge, nameof(judges))).ToArray();
        var n = matrices[0].Length;
        if (!Array.TrueForAll(matrices, matrix => matrix.Length == n))
        {
            throw new ArgumentException("All judges must compare the same items.", nameof(judges));
        }

        var group = LinearAlgebra.Zero(n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                group[i][j] = Math.Exp(matrices.Average(matrix => Math.Log(matrix[i][j])));
            }
        }

        return group;
    }

    /// <summary>Weighs alternatives over criteria.</summary>
    /// <param name="criteria">Weights of the criteria, not negative, at least one.</param>
    /// <param name="alternatives">One matrix of comparisons of the same alternatives for each criterion.</param>
    /// <exception cref="ArgumentException">The numbers of criteria or of alternatives do not fit, or a matrix is not positive or not reciprocal.</exception>
    public static AhpSynthesis Synthesise(ReadOnlySpan<double> criteria, IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> alternatives)
    {
        Guard.Sample(criteria, 1);
        ArgumentNullException.ThrowIfNull(alternatives);
        if (alternatives.Count != criteria.Length)
        {
            throw new ArgumentException($"Needs one matrix for each of the {criteria.Length} criteria.", nameof(alternatives));
        }

        var local = alternatives.Select(matrix => Principal(Reciprocal(matrix, nameof(alternatives))).Weights).ToArray();
        var n = local[0].Length;
        if (!Array.TrueForAll(local, weights => weights.Length == n))
        {
            throw new ArgumentException("Every criterion must compare the same alternatives.", nameof(alternatives));
        }

        var distributive = new double[n];
        var ideal = new double[n];
        for (var c = 0; c < local.Length; c++)
        {
            for (var i = 0; i < n; i++)
            {
                distributive[i] += criteria[c] * local[c][i];
                ideal[i] += criteria[c] * local[c][i] / local[c].Max();
            }
        }

        return new AhpSynthesis(local, distributive, Normalised(ideal));
    }

    /// <summary>Power iteration: a positive matrix has one principal eigenvector, and it is reached from anywhere (Perron).</summary>
    private static (double[] Weights, double Lambda) Principal(double[][] matrix)
    {
        var weights = new double[matrix.Length];
        Array.Fill(weights, 1.0 / matrix.Length);
        for (var step = 0; step < 100_000; step++)
        {
            var next = Normalised(LinearAlgebra.Multiply(matrix, weights));
            var change = next.Zip(weights, (x, y) => Math.Abs(x - y)).Max();
            weights = next;
            if (change < 1e-15)
            {
                break;
            }
        }

        return (weights, LinearAlgebra.Multiply(matrix, weights).Sum());
    }

    private static double[][] Reciprocal(IReadOnlyList<IReadOnlyList<double>> comparisons, string name)
    {
        var matrix = Rows.Square(comparisons, 2, name);
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (!(matrix[i][j] > 0 && matrix[j][i] > 0))
                {
                    throw new ArgumentException($"The comparisons of {i} and {j} must be positive.", name);
                }

                var off = i == j ? matrix[i][i] - 1 : (matrix[i][j] * matrix[j][i]) - 1;
                if (Math.Abs(off) > ReciprocityTolerance)
                {
                    throw new ArgumentException($"Not reciprocal: the comparisons of {i} and {j} must multiply to 1.", name);
                }
            }
        }

        return matrix;
    }

    private static double GeometricIndex(double[][] matrix, double[] weights)
    {
        var n = matrix.Length;
        if (n < 3)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                var error = Math.Log(matrix[i][j] * weights[j] / weights[i]);
                sum += error * error;
            }
        }

        return 2 * sum / ((n - 1) * (n - 2));
    }

    private static double[] Normalised(double[] values)
    {
        var sum = values.Sum();
        return Array.ConvertAll(values, value => value / sum);
    }
}
