namespace Tajriba.Statistics;

/// <summary>The few operations on small dense matrices (rows of equal length) that the methods need.</summary>
internal static class LinearAlgebra
{
    /// <summary>A pivot below this share of its row's largest entry counts as zero.</summary>
    private const double Singular = 1e-12;

    public static double[][] Zero(int rows, int columns)
    {
        var matrix = new double[rows][];
        for (var i = 0; i < rows; i++)
        {
            matrix[i] = new double[columns];
        }

        return matrix;
    }

    public static double[][] Identity(int n)
    {
        var matrix = Zero(n, n);
        for (var i = 0; i < n; i++)
        {
            matrix[i][i] = 1;
        }

        return matrix;
    }

    public static double[][] Multiply(double[][] left, double[][] right)
    {
        var product = Zero(left.Length, right[0].Length);
        for (var i = 0; i < left.Length; i++)
        {
            for (var k = 0; k < right.Length; k++)
            {
                for (var j = 0; j < right[k].Length; j++)
                {
                    product[i][j] += left[i][k] * right[k][j];
                }
            }
        }

        return product;
    }

    public static double[] Multiply(double[][] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[matrix.Length];
        for (var i = 0; i < matrix.Length; i++)
        {
            product[i] = Dot(matrix[i], vector);
        }

        return product;
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>The inverse by Gauss-Jordan elimination with scaled partial pivoting; null where the matrix is singular to rounding.</summary>
    public static double[][]? Inverse(double[][] matrix) => Solve(matrix, Identity(matrix.Length));

    /// <summary>The solution of A X = B; null where A is singular to rounding.</summary>
    public static double[][]? Solve(double[][] matrix, double[][] right)
    {
        var n = matrix.Length;
        var a = Array.ConvertAll(matrix, row => (double[])row.Clone());
        var b = Array.ConvertAll(right, row => (double[])row.Clone());
        var scale = Array.ConvertAll(a, row => row.Max(Math.Abs));
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column; row < n; row++)
            {
                if (Math.Abs(a[row][column]) * scale[pivot] > Math.Abs(a[pivot][column]) * scale[row])
                {
                    pivot = row;
                }
            }

            if (!(Math.Abs(a[pivot][column]) > Singular * scale[pivot]))
            {
                return null;
            }

            (a[column], a[pivot]) = (a[pivot], a[column]);
            (b[column], b[pivot]) = (b[pivot], b[column]);
            (scale[column], scale[pivot]) = (scale[pivot], scale[column]);
            Eliminate(a, b, column);
        }

        return b;
    }

    /// <summary>
    /// Eigenvalues and eigenvectors (as columns) of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan
    /// 2013, 8.5).
    /// </summary>
    public static (double[] Values, double[][] Vectors) SymmetricEigen(double[][] matrix)
    {
        var n = matrix.Length;
        var a = Array.ConvertAll(matrix, row => (double[])row.Clone());
        var vectors = Identity(n);
        for (var sweep = 0; sweep < 100 && OffDiagonal(a) > 1e-30; sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        return ([.. a.Select((row, i) => row[i])], vectors);
    }

    private static void Eliminate(double[][] a, double[][] b, int column)
    {
        var pivot = a[column][column];
        Scale(a[column], 1 / pivot);
        Scale(b[column], 1 / pivot);
        for (var row = 0; row < a.Length; row++)
        {
            var factor = a[row][column];
            if (row != column && factor != 0)
            {
                Subtract(a[row], a[column], factor);
                Subtract(b[row], b[column], factor);
            }
        }
    }

    private static void Scale(double[] row, double factor)
    {
        for (var j = 0; j < row.Length; j++)
        {
            row[j] *= factor;
        }
    }

    private static void Subtract(double[] row, double[] other, double factor)
    {
        for (var j = 0; j < row.Length; j++)
        {
            row[j] -= factor * other[j];
        }
    }

    private static double OffDiagonal(double[][] a)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += a[i][j] * a[i][j];
            }
        }

        return sum;
    }

    private static void Rotate(double[][] a, double[][] vectors, int p, int q)
    {
        if (a[p][q] == 0)
        {
            return;
        }

        var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < a.Length; k++)
        {
            (a[k][p], a[k][q]) = ((c * a[k][p]) - (s * a[k][q]), (s * a[k][p]) + (c * a[k][q]));
            (vectors[k][p], vectors[k][q]) = ((c * vectors[k][p]) - (s * vectors[k][q]), (s * vectors[k][p]) + (c * vectors[k][q]));
        }

        for (var k = 0; k < a.Length; k++)
        {
            (a[p][k], a[q][k]) = ((c * a[p][k]) - (s * a[q][k]), (s * a[p][k]) + (c * a[q][k]));
        }
    }
}
