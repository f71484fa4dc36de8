using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>
/// Writes logs as comma-separated values, one event a line, case attributes repeated. Cells that a spreadsheet would take for
/// formulas are guarded by an apostrophe, which <see cref="CsvLogReader"/> takes away: reading what was written gives the same
/// log, all attributes as text.
/// </summary>
public static class CsvLogWriter
{
    /// <summary>Writes a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="stream">Where to; not closed.</param>
    /// <param name="gzip">Whether to compress.</param>
    public static void Write(EventLog log, Stream stream, bool gzip = false)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        const byte comma = (byte)',';
        using Stream to = LogOutput.Open(stream, gzip);
        to.Write("case:concept:name,concept:name,time:timestamp"u8);
        foreach (AttributeColumn column in log.Columns)
        {
            to.WriteByte(comma);
            CsvCell.Write(to, Encoding.UTF8.GetBytes(column.Name), comma);
        }

        to.WriteByte((byte)'\n');
        ReadOnlySpan<int> offsets = log.CaseOffsets;
        for (int c = 0; c < log.CaseCount; c++)
        {
            for (int e = offsets[c]; e < offsets[c + 1]; e++)
            {
                CsvCell.Write(to, log.CaseIds.Utf8(c), comma);
                to.WriteByte(comma);
                CsvCell.Write(to, log.Activities.Utf8(log.ActivityCodes[e]), comma);
                to.WriteByte(comma);
                to.Write(Encoding.UTF8.GetBytes(LogTime.Format(log.Times[e])));
                foreach (AttributeColumn column in log.Columns)
                {
                    to.WriteByte(comma);
                    int code = column.Codes[column.Level == AttributeLevel.Event ? e : c];
                    if (code >= 0)
                    {
                        CsvCell.Write(to, column.Values.Utf8(code), comma);
                    }
                }

                to.WriteByte((byte)'\n');
            }
        }
    }
}
