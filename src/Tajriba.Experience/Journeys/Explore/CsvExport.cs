using System.Text;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Kernel.Storage;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Journeys as CSV, one row per event; cells that a spreadsheet would take for a formula get an apostrophe in front.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(Selection selection, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        AttributeColumn[] columns = [.. selection.View.Log.Columns.Where(c => c.Level == AttributeLevel.Event)];
        await writer.WriteAsync("journey,event,time," + string.Join(',', columns.Select(c => Cell(c.Name))) + "\r\n");
        var line = new StringBuilder();
        for (var i = 0; i < selection.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            line.Clear();
            Append(line, selection, columns, i);
            await writer.WriteAsync(line, cancellationToken);
        }
    }

    private static void Append(StringBuilder line, Selection selection, AttributeColumn[] columns, int index)
    {
        var view = selection.View;
        var key = selection.Log.KeyOf(selection.Journeys[index]);
        for (var p = view.Starts[index]; p < view.Ends[index]; p++)
        {
            line.Append(key).Append(',').Append(Cell(view.Log.Activities[view.ActivityCodes[p]])).Append(',')
                .Append(Microseconds.ToTime(view.Times[p]).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"));
            foreach (var column in columns)
            {
                line.Append(',').Append(Cell(column[view.EventAt(p)] ?? ""));
            }

            line.Append("\r\n");
        }
    }

    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') && !double.TryParse(text, out _))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
