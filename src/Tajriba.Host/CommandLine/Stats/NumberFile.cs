using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>A CSV file of numbers (also packed by gzip): named columns, or rows alone where there is no heading.</summary>
internal static class NumberFile
{
    private static readonly string[] Missing = ["", "NA", "N/A", "NaN", "null"];

    /// <summary>The columns of a file with a heading.</summary>
    /// <param name="input">The input that names the file.</param>
    /// <param name="member">The member that holds the path.</param>
    /// <param name="wanted">Columns that must be there and hold numbers; where null, all columns of numbers.</param>
    public static NumberTable Columns(MethodInput input, string member, IReadOnlyList<string>? wanted)
    {
        string[] lines = Lines(input, member);
        if (lines.Length < 2)
        {
            throw input.Refuse(member, "must have a heading and at least one row");
        }

        char separator = Separator(lines[0]);
        string[] heading = Cells(lines[0], separator);
        string[][] rows = [.. lines.Skip(1).Select(line => Cells(line, separator))];
        int odd = Array.FindIndex(rows, row => row.Length != heading.Length);
        if (odd >= 0)
        {
            throw input.Refuse(member, $"row {odd + 1} has {rows[odd].Length} values where the heading has {heading.Length}");
        }

        string[] names = [.. wanted ?? [.. heading.Where((_, i) => OfNumbers(rows, i))]];
        return new NumberTable(names, [.. names.Select(name => Column(input, member, heading, rows, name))]);
    }

    /// <summary>The same where nothing may be missing.</summary>
    public static DataColumns CompleteColumns(MethodInput input, string member)
    {
        NumberTable table = Columns(input, member, null);
        for (int i = 0; i < table.Names.Length; i++)
        {
            int gap = Array.FindIndex(table.Values[i], value => value is null);
            if (gap >= 0)
            {
                throw input.Refuse(member, $"column '{table.Names[i]}' has no value in row {gap + 1}");
            }
        }

        return table.Complete();
    }

    /// <summary>The rows of a file without a heading.</summary>
    public static double[][] Rows(MethodInput input, string member)
        =>
        [
            .. Lines(input, member).Select((line, i) => Cells(line, Separator(line))
                .Select(cell => Number(cell) ?? throw input.Refuse(member, $"row {i + 1} holds '{cell}', which is no number")).ToArray()),
        ];

    private static bool OfNumbers(string[][] rows, int at)
    {
        string[] present = [.. rows.Select(row => row[at]).Where(cell => !IsMissing(cell))];
        return present.Length > 0 && Array.TrueForAll(present, cell => Number(cell) is not null);
    }

    private static double?[] Column(MethodInput input, string member, string[] heading, string[][] rows, string name)
    {
        int at = Array.IndexOf(heading, name);
        if (at < 0)
        {
            throw input.Refuse(member, $"has no column '{name}'");
        }

        return
        [
            .. rows.Select((row, i) => IsMissing(row[at])
                ? (double?)null
                : Number(row[at]) ?? throw input.Refuse(member, $"column '{name}' holds '{row[at]}' in row {i + 1}, which is no number")),
        ];
    }

    private static string[] Lines(MethodInput input, string member)
    {
        string path = input.File(member);
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(plain, Encoding.UTF8);
            return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => !string.IsNullOrWhiteSpace(line))];
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw input.Refuse(member, $"cannot be read: {e.Message}");
        }
    }

    private static char Separator(string line) => line.Contains(',') ? ',' : line.Contains(';') ? ';' : line.Contains('\t') ? '\t' : ',';

    private static string[] Cells(string line, char separator)
    {
        if (!line.Contains('"'))
        {
            return Array.ConvertAll(line.Split(separator), cell => cell.Trim());
        }

        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        foreach (char letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == separator && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        return [.. cells, cell.ToString().Trim()];
    }

    private static bool IsMissing(string cell) => Missing.Contains(cell, StringComparer.OrdinalIgnoreCase);

    private static double? Number(string cell)
        => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= MethodInput.MostMagnitude ? value : null;
}
