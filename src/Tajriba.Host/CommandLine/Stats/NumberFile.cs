using System.Globalization;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>A CSV file of numbers: named columns, or rows alone where there is no heading.</summary>
internal static class NumberFile
{
    /// <summary>The columns of a file with a heading; text columns are left out unless they are asked for.</summary>
    /// <param name="input">The input that names the file.</param>
    /// <param name="member">The member that holds the path.</param>
    /// <param name="wanted">Columns that must be there and hold numbers; where null, all columns of numbers.</param>
    public static DataColumns Columns(MethodInput input, string member, IReadOnlyList<string>? wanted)
    {
        string[] lines = Lines(input.File(member));
        if (lines.Length < 2)
        {
            throw input.Refuse(member, "must have a heading and at least one row");
        }

        string[] heading = Cells(lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(Cells)];
        int odd = Array.FindIndex(rows, row => row.Length != heading.Length);
        if (odd >= 0)
        {
            throw input.Refuse(member, $"row {odd + 1} has {rows[odd].Length} values where the heading has {heading.Length}");
        }

        string[] names = [.. wanted ?? [.. heading.Where((_, i) => rows.All(row => Number(row[i]) is not null))]];
        return new DataColumns(names, [.. names.Select(name => Column(input, member, heading, rows, name))]);
    }

    /// <summary>The rows of a file without a heading.</summary>
    public static double[][] Rows(MethodInput input, string member)
        => [.. Lines(input.File(member)).Select((line, i) => Cells(line).Select(cell => Number(cell) ?? throw input.Refuse(member, $"row {i + 1} holds '{cell}', which is no number")).ToArray())];

    private static double[] Column(MethodInput input, string member, string[] heading, string[][] rows, string name)
    {
        int at = Array.IndexOf(heading, name);
        if (at < 0)
        {
            throw input.Refuse(member, $"has no column '{name}'");
        }

        return [.. rows.Select((row, i) => Number(row[at]) ?? throw input.Refuse(member, $"column '{name}' holds '{row[at]}' in row {i + 1}, which is no number"))];
    }

    private static string[] Lines(string path) => [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line))];

    private static string[] Cells(string line) => [.. line.Split(',').Select(cell => cell.Trim().Trim('"'))];

    private static double? Number(string cell)
        => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
