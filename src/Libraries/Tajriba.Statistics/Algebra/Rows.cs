using System.Runtime.CompilerServices;

namespace Tajriba.Statistics;

/// <summary>Checks of matrices given as rows.</summary>
internal static class Rows
{
    /// <summary>A copy of a square matrix of finite numbers, refused with the argument's name where it is not one.</summary>
    public static double[][] Square(IReadOnlyList<IReadOnlyList<double>> rows, int atLeast, [CallerArgumentExpression(nameof(rows))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        if (rows.Count < atLeast)
        {
            throw new ArgumentException($"Needs at least {atLeast} rows.", name);
        }

        return Rectangle(rows, rows.Count, name);
    }

    /// <summary>A copy of a matrix of finite numbers with a known number of columns.</summary>
    public static double[][] Rectangle(IReadOnlyList<IReadOnlyList<double>> rows, int columns, [CallerArgumentExpression(nameof(rows))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        var copy = new double[rows.Count][];
        for (var i = 0; i < rows.Count; i++)
        {
            copy[i] = [.. rows[i]];
            if (copy[i].Length != columns)
            {
                throw new ArgumentException($"Row {i} has {copy[i].Length} values where {columns} are needed.", name);
            }

            if (!Array.TrueForAll(copy[i], double.IsFinite))
            {
                throw new ArgumentException($"Row {i} holds a value that is not finite.", name);
            }
        }

        return copy;
    }
}
