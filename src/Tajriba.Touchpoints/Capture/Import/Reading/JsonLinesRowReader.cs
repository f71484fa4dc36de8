using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>Rows of a file with one JSON object a line. Members are columns; objects and arrays inside stay JSON.</summary>
public sealed class JsonLinesRowReader : RowReader
{
    private readonly ContentWindow window;
    private readonly SparseRow row = new();
    private int lineLength;
    private long line;

    public JsonLinesRowReader(Stream content)
    {
        window = new ContentWindow(content);
        window.Fill(line + 1);
        if (window.Unread.StartsWith(Encoding.UTF8.Preamble))
        {
            window.Consume(3);
        }
    }

    public override IReadOnlyList<string> Columns => row.Columns;

    public override long Offset => window.Offset + lineLength;

    public override ReadOnlySpan<byte> Raw => window.Unread[..lineLength].TrimEnd("\r\n"u8);

    public override CellKind Kind(int column) => row.Kind(column);

    public override ReadOnlySpan<byte> Cell(int column) => row.Cell(column);

    public override bool Read()
    {
        do
        {
            if (!NextLine())
            {
                return false;
            }
        }
        while (Raw.Trim(" \t"u8).IsEmpty);

        Row++;
        row.Clear();
        Fault = RejectReason.None;
        if (!Utf8.IsValid(Raw))
        {
            Fault = RejectReason.BadEncoding;
            return true;
        }

        try
        {
            JsonCells.Read(Raw, row);
        }
        catch (JsonException)
        {
            row.Clear();
            Fault = RejectReason.BadJson;
        }

        return true;
    }

    public override void SkipTo(long row, long offset)
    {
        if (row == 0 || !window.CanSeek || offset == 0)
        {
            base.SkipTo(row, offset);
            return;
        }

        window.Seek(offset);
        (lineLength, Row) = (0, row);
    }

    protected override void Dispose(bool disposing) => window.Dispose();

    private bool NextLine()
    {
        window.Consume(lineLength);
        lineLength = 0;
        while (true)
        {
            int newLine = window.Unread.IndexOf((byte)'\n');
            if (newLine >= 0 || (window.AtEnd && !window.Unread.IsEmpty))
            {
                lineLength = newLine >= 0 ? newLine + 1 : window.Unread.Length;
                line++;
                return true;
            }

            if (window.AtEnd)
            {
                return false;
            }

            window.Fill(line + 1);
        }
    }
}
