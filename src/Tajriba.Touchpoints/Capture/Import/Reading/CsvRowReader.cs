using System.Text;
using System.Text.Unicode;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>Rows of a delimited text file by RFC 4180, LF or CRLF, quoted cells over several lines, with or without a header.</summary>
public sealed class CsvRowReader : RowReader
{
    private readonly ContentWindow window;
    private readonly byte delimiter;
    private readonly string[] columns;
    private (int Start, int Length, bool Unescaped)[] cells = new (int, int, bool)[16];
    private int count;
    private byte[] unescaped = [];
    private int unescapedLength;
    private int rowLength;
    private long line = 1;
    private int lineBreaks;
    private bool pending;

    /// <exception cref="ImportFileException">The file holds nothing.</exception>
    public CsvRowReader(Stream content, CsvDialect dialect)
    {
        window = new ContentWindow(content);
        delimiter = dialect.Delimiter;
        window.Fill(line);
        if (window.Unread.StartsWith(Encoding.UTF8.Preamble))
        {
            window.Consume(3);
        }

        if (!ReadRecord())
        {
            throw new ImportFileException(ImportFault.Empty);
        }

        columns = new string[count];
        for (int i = 0; i < count; i++)
        {
            columns[i] = dialect.HasHeader ? Encoding.UTF8.GetString(Cell(i)).Trim() : $"column {i + 1}";
        }

        NameApart(columns);
        pending = !dialect.HasHeader;
    }

    public override IReadOnlyList<string> Columns => columns;

    public override long Offset => window.Offset + rowLength;

    public override ReadOnlySpan<byte> Raw => window.Unread[..rowLength].TrimEnd("\r\n"u8);

    public override CellKind Kind(int column) => column < count && cells[column].Length > 0 ? CellKind.Text : CellKind.Missing;

    public override ReadOnlySpan<byte> Cell(int column)
    {
        if (column >= count)
        {
            return default;
        }

        (int start, int length, bool escaped) = cells[column];
        return escaped ? unescaped.AsSpan(start, length) : window.Unread.Slice(start, length);
    }

    public override bool Read()
    {
        if (pending)
        {
            pending = false;
        }
        else if (!ReadRecord())
        {
            return false;
        }

        Row++;
        if (Fault == RejectReason.None)
        {
            Fault = count != columns.Length ? RejectReason.CellCount : !Utf8.IsValid(window.Unread[..rowLength]) ? RejectReason.BadEncoding : RejectReason.None;
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
        (rowLength, lineBreaks, pending, Row) = (0, 0, false, row);
        line = row + 2;
    }

    protected override void Dispose(bool disposing) => window.Dispose();

    private static void NameApart(string[] names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i].Length == 0 ? $"column {i + 1}" : names[i];
            for (int n = 2; !taken.Add(names[i] = n == 2 && !taken.Contains(name) ? name : $"{name} ({n})"); n++)
            {
            }
        }
    }

    private bool ReadRecord()
    {
        window.Consume(rowLength);
        line += lineBreaks;
        (rowLength, lineBreaks) = (0, 0);
        while (true)
        {
            if (window.Unread.IsEmpty)
            {
                if (window.AtEnd)
                {
                    return false;
                }

                window.Fill(line);
                continue;
            }

            if (!TryParse(window.Unread))
            {
                window.Fill(line);
                continue;
            }

            if (count > 1 || cells[0].Length > 0 || Fault != RejectReason.None)
            {
                return true;
            }

            window.Consume(rowLength);
            line += lineBreaks;
            (rowLength, lineBreaks) = (0, 0);
        }
    }

    /// <summary>Finds the cells of the record at the beginning; false where its end is not in the window yet.</summary>
    private bool TryParse(ReadOnlySpan<byte> text)
    {
        (count, unescapedLength, lineBreaks, Fault) = (0, 0, 0, RejectReason.None);
        int at = 0;
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                int close = CloseOf(text, at + 1, out bool escapes);
                if (close < 0 || (close + 1 >= text.Length && !window.AtEnd))
                {
                    if (!window.AtEnd)
                    {
                        return false;
                    }

                    Fault = RejectReason.UnclosedQuote;
                    AddCell(at, text.Length - at, false);
                    return EndAt(text.Length);
                }

                AddQuoted(text[(at + 1)..close], at + 1, escapes);
                at = close + 1;
                if (at < text.Length && text[at] != delimiter && text[at] is not ((byte)'\n' or (byte)'\r'))
                {
                    Fault = RejectReason.TextAfterQuote;
                    int rest = text[at..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
                    at = rest < 0 ? text.Length : at + rest;
                }
            }
            else
            {
                int length = text[at..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
                length = length < 0 ? text.Length - at : length;
                AddCell(at, length, false);
                at += length;
            }

            if (at >= text.Length)
            {
                return window.AtEnd && EndAt(at);
            }

            if (text[at] == delimiter)
            {
                at++;
                continue;
            }

            if (text[at] == '\n')
            {
                return EndAt(at + 1);
            }

            if (at + 1 >= text.Length && !window.AtEnd)
            {
                return false;
            }

            return EndAt(at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1);
        }
    }

    private bool EndAt(int length)
    {
        rowLength = length;
        lineBreaks++;
        return true;
    }

    private int CloseOf(ReadOnlySpan<byte> text, int from, out bool escapes)
    {
        escapes = false;
        for (int at = from; ; at += 2)
        {
            int quote = at >= text.Length ? -1 : text[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return -1;
            }

            at += quote;
            if (at + 1 >= text.Length || text[at + 1] != '"')
            {
                return at;
            }

            escapes = true;
        }
    }

    private void AddQuoted(ReadOnlySpan<byte> inner, int start, bool escapes)
    {
        lineBreaks += inner.Count((byte)'\n');
        if (!escapes)
        {
            AddCell(start, inner.Length, false);
            return;
        }

        if (unescaped.Length < unescapedLength + inner.Length)
        {
            Array.Resize(ref unescaped, (unescapedLength + inner.Length) * 2);
        }

        int from = unescapedLength;
        for (int i = 0; i < inner.Length; i++)
        {
            unescaped[unescapedLength++] = inner[i];
            if (inner[i] == '"')
            {
                i++;
            }
        }

        AddCell(from, unescapedLength - from, true);
    }

    private void AddCell(int start, int length, bool escaped)
    {
        if (count == cells.Length)
        {
            Array.Resize(ref cells, count * 2);
        }

        cells[count++] = (start, length, escaped);
    }
}
