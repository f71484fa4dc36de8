using System.Text;
using System.Text.Unicode;
using Tajriba.ProcessMining;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>
/// Rows of an XES log: one an event, with the attributes of its trace as columns <c>case:KEY</c>. Attributes inside
/// attributes, globals and classifiers are passed over.
/// </summary>
public sealed class XesRowReader : RowReader
{
    private readonly Stream content;
    private readonly XesEventReader events;

    /// <exception cref="ImportFileException">It is no XES log.</exception>
    public XesRowReader(Stream content)
    {
        this.content = content;
        events = Guard(() => new XesEventReader(content, MaxRowBytes));
    }

    public override IReadOnlyList<string> Columns => events.Columns;

    public override ReadOnlySpan<byte> Raw => Encoding.UTF8.GetBytes(Describe());

    public override CellKind Kind(int column)
    {
        if (!events.TryGet(column, out AttributeType type, out ReadOnlySpan<byte> value))
        {
            return CellKind.Missing;
        }

        return type switch
        {
            AttributeType.Integer or AttributeType.Real when JsonCells.IsNumber(value) => CellKind.Number,
            AttributeType.Boolean when value.SequenceEqual("true"u8) || value.SequenceEqual("false"u8) => CellKind.Boolean,
            _ => CellKind.Text,
        };
    }

    public override ReadOnlySpan<byte> Cell(int column) => events.TryGet(column, out _, out ReadOnlySpan<byte> value) ? value : default;

    public override bool Read()
    {
        if (!Guard(events.Read))
        {
            return false;
        }

        if (events.Columns.Count > SparseRow.MaxColumns)
        {
            throw new ImportFileException(ImportFault.TooManyColumns, SparseRow.MaxColumns);
        }

        Row++;
        Fault = IsUtf8() ? RejectReason.None : RejectReason.BadEncoding;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        events.Dispose();
        content.Dispose();
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (LogFormatException e) when (e.InnerException is InvalidDataException)
        {
            throw new ImportFileException(e, ImportFault.GzipDamaged);
        }
        catch (LogFormatException e)
        {
            long line = e.Line ?? 1;
            throw new ImportFileException(e, ImportFault.XmlBroken, line, e.Message.Replace($"line {line}: ", "", StringComparison.Ordinal));
        }
    }

    private bool IsUtf8()
    {
        for (int column = 0; column < events.Columns.Count; column++)
        {
            if (events.TryGet(column, out _, out ReadOnlySpan<byte> value) && !Utf8.IsValid(value))
            {
                return false;
            }
        }

        return true;
    }

    private string Describe() =>
        "<event " + string.Join(' ', Columns.Select((c, i) => (c, i)).Where(c => Kind(c.i) != CellKind.Missing).Select(c => $"{c.c}=\"{Encoding.UTF8.GetString(Cell(c.i))}\"")) + "/>";
}
