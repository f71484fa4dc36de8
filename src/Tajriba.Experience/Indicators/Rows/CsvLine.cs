using System.Text;

namespace Tajriba.Experience.Indicators.Rows;

/// <summary>
/// Lines of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it, one that
/// has such an apostrophe already one more, so that an import, which takes one away, gives back what was written.
/// </summary>
internal static class CsvLine
{
    public static string Of(params ReadOnlySpan<string?> cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(i > 0 ? "," : "").Append(Cell(cells[i] ?? ""));
        }

        return line.Append("\r\n").ToString();
    }

    private static string Cell(string text)
    {
        var begins = text.AsSpan().TrimStart('\'');
        if (!begins.IsEmpty && begins[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') && !decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
