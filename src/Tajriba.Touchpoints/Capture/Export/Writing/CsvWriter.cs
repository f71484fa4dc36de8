using System.Buffers;
using System.Text;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>
/// RFC 4180 with one column for each object type (its first object) for people and spreadsheets, and all objects and
/// attributes as JSON for the way back. Cells are safe against formulas.
/// </summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static async Task<long> WriteAsync(Stream output, IReadOnlyList<string> objectTypes, IAsyncEnumerable<LoggedEvent> events, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', new[] { "id", "source", "event", "time", "channel", "unit" }.Concat(objectTypes.Select(t => Cell("object:" + t))).Append("objects").Append("attributes")));
        var line = new StringBuilder();
        long count = 0;
        await foreach (LoggedEvent item in events.WithCancellation(cancellationToken))
        {
            line.Clear();
            line.Append(Cell(item.Id)).Append(',').Append(Cell(item.Source)).Append(',').Append(Cell(item.Name)).Append(',').Append(FileTime.Of(item.Time))
                .Append(',').Append(Cell(item.Channel)).Append(',').Append(Cell(item.Unit));
            foreach (string type in objectTypes)
            {
                line.Append(',').Append(Cell(item.Objects.FirstOrDefault(o => o.Type == type).Id));
            }

            line.Append(',').Append(Cell(ObjectList.Json(item))).Append(',').Append(Cell(item.Attributes));
            await text.WriteLineAsync(line, cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>One cell, quoted where it must be.</summary>
    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        string safe = FormulaSafety.Needs(Encoding.UTF8.GetBytes(value)) ? "'" + value : value;
        return safe.AsSpan().ContainsAny(Special) ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
