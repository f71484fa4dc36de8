using System.Text.Json;

namespace Tajriba.Host.CommandLine.Stats;

internal sealed partial class MethodInput
{
    /// <summary>Rows of numbers, all as long as the first.</summary>
    public double[][] Matrix(string name, int rows = 1, int columns = 1, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
        => Even(name, columns, [.. List(name, rows).Select((row, i) => NumbersOf(row, $"{At(name)}[{i}]", 0, min, max))]);

    /// <summary>As many rows as columns.</summary>
    public double[][] Square(string name, int size = 1, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
    {
        double[][] matrix = Matrix(name, size, 1, min, max);
        return matrix.Length == matrix[0].Length
            ? matrix
            : throw Refuse(name, $"must be square, not {matrix.Length} rows of {matrix[0].Length}");
    }

    /// <summary>Rows of whole numbers of 0 or more, all as long as the first.</summary>
    public double[][] CountTable(string name, int rows = 1, int columns = 1)
        => Even(name, columns, [.. List(name, rows).Select((row, i) => ListOf(row, $"{At(name)}[{i}]", 0)
            .Select((item, j) => (double)WholeOf(item, $"{At(name)}[{i}][{j}]", 0, Largest)).ToArray())]);

    /// <summary>Several matrices, all of the shape of the first.</summary>
    public double[][][] Matrices(string name, int atLeast = 1, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
    {
        double[][][] matrices =
        [
            .. List(name, atLeast).Select((matrix, m) => Even($"{name}[{m}]", 1,
                [.. ListOf(matrix, $"{At(name)}[{m}]", 1).Select((row, i) => NumbersOf(row, $"{At(name)}[{m}][{i}]", 0, min, max))])),
        ];
        int odd = Array.FindIndex(matrices, m => m.Length != matrices[0].Length || m[0].Length != matrices[0][0].Length);
        return odd < 0 ? matrices : throw Refuse($"{name}[{odd}]", $"must have the shape of the first, {matrices[0].Length} rows of {matrices[0][0].Length}");
    }

    /// <summary>Lists of texts or numbers, each as a text; null where a value is missing and that is allowed.</summary>
    public string?[][] Labels(string name, int atLeast = 1, bool missing = false)
        => [.. List(name, atLeast).Select((row, i) => ListOf(row, $"{At(name)}[{i}]", 0).Select((item, j) => LabelOf(item, $"{At(name)}[{i}][{j}]", missing)).ToArray())];

    /// <summary>Lists of numbers, null where a value is missing, all as long as the first.</summary>
    public double?[][] NumbersOrMissing(string name, int rows = 1)
    {
        double?[][] table =
        [
            .. List(name, rows).Select((row, i) => ListOf(row, $"{At(name)}[{i}]", 0).Select((item, j) => item.ValueKind == JsonValueKind.Null
                ? (double?)null
                : NumberOf(item, $"{At(name)}[{i}][{j}]", double.NegativeInfinity, double.PositiveInfinity)).ToArray()),
        ];
        return Even(name, 1, table);
    }

    /// <summary>
    /// Named columns of numbers, equally long: an object of lists, or rows together with the member <c>columns</c> that
    /// names what stands in them. Where <c>columns</c> is given beside an object, it picks and orders.
    /// </summary>
    public DataColumns Columns(string name, int rows = 1, int columns = 1)
    {
        string[]? picked = Has("columns") && KindOf("columns") == JsonValueKind.Array ? Texts("columns") : null;
        DataColumns data = KindOf(name) == JsonValueKind.Array ? FromRows(name, picked) : FromObject(name, picked);
        if (data.Names.Length != data.Names.Distinct(StringComparer.Ordinal).Count())
        {
            throw Refuse("columns", "must not name a column twice");
        }

        if (data.Names.Length < columns)
        {
            throw Refuse(name, $"must have at least {columns} {(columns == 1 ? "column" : "columns")}");
        }

        int count = data.Values[0].Length;
        int odd = Array.FindIndex(data.Values, c => c.Length != count);
        if (odd >= 0)
        {
            throw Refuse($"{name}.{data.Names[odd]}", $"must have as many values as the first column ({count}), not {data.Values[odd].Length}");
        }

        return count < rows ? throw Refuse(name, $"must have at least {rows} rows, not {count}") : data;
    }

    private DataColumns FromObject(string name, string[]? picked)
    {
        MethodInput data = Object(name);
        string[] names = picked ?? [.. data.Names];
        return new DataColumns(names, [.. names.Select(column => data.Numbers(column, 0))]);
    }

    private DataColumns FromRows(string name, string[]? picked)
    {
        double[][] rows = Matrix(name);
        int width = rows[0].Length;
        string[] names = picked ?? [.. Enumerable.Range(0, width).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return names.Length == width
            ? new DataColumns(names, [.. Enumerable.Range(0, width).Select(j => rows.Select(r => r[j]).ToArray())])
            : throw Refuse("columns", $"must name the {width} values of a row of {name}, not {names.Length}");
    }

    private T[][] Even<T>(string name, int columns, T[][] rows)
    {
        int odd = Array.FindIndex(rows, r => r.Length != rows[0].Length);
        if (odd >= 0)
        {
            throw Refuse($"{name}[{odd}]", $"must have as many values as the first row ({rows[0].Length}), not {rows[odd].Length}");
        }

        return rows[0].Length < columns ? throw Refuse(name, $"must have at least {columns} {(columns == 1 ? "value" : "values")} in a row") : rows;
    }

    private static string? LabelOf(JsonElement value, string at, bool missing) => value.ValueKind switch
    {
        JsonValueKind.String => TextOf(value, at),
        JsonValueKind.Number => Shown(NumberOf(value, at, double.NegativeInfinity, double.PositiveInfinity)),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null when missing => null,
        _ => throw new MethodInputException(at, "must be a text or a number"),
    };
}
