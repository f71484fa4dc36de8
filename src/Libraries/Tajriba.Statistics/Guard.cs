using System.Runtime.CompilerServices;

namespace Tajriba.Statistics;

/// <summary>The preconditions that recur, refused with the argument's name.</summary>
internal static class Guard
{
    public static void Confidence(double confidence, [CallerArgumentExpression(nameof(confidence))] string? name = null)
        => OpenUnit(confidence, name);

    public static void OpenUnit(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must lie strictly between 0 and 1.");
        }
    }

    public static void Counts(long successes, long trials, [CallerArgumentExpression(nameof(successes))] string? successesName = null, [CallerArgumentExpression(nameof(trials))] string? trialsName = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1, trialsName);
        ArgumentOutOfRangeException.ThrowIfNegative(successes, successesName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials, successesName);
    }

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0) || double.IsPositiveInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");
        }
    }

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0) || double.IsPositiveInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");
        }
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be finite.");
        }
    }

    public static void Sample(ReadOnlySpan<double> sample, int atLeast, [CallerArgumentExpression(nameof(sample))] string? name = null)
    {
        if (sample.Length < atLeast)
        {
            throw new ArgumentException($"Needs at least {atLeast} values.", name);
        }

        foreach (var value in sample)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException("Every value must be finite.", name);
            }
        }
    }

    /// <summary>A table whose rows are equally long, of finite numbers of 0 or more.</summary>
    public static void Table(double[][] table, int rows, int columns, [CallerArgumentExpression(nameof(table))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(table, name);
        if (table.Length < rows || table[0].Length < columns)
        {
            throw new ArgumentException($"Needs at least {rows} rows of {columns}.", name);
        }

        foreach (var row in table)
        {
            if (row.Length != table[0].Length)
            {
                throw new ArgumentException("Every row must be as long as the first.", name);
            }

            foreach (var value in row)
            {
                NotNegative(value, name);
            }
        }
    }

    public static void AsMany(int count, int expected, string name)
    {
        if (count != expected)
        {
            throw new ArgumentException($"Must have {expected} values, not {count}.", name);
        }
    }
}
