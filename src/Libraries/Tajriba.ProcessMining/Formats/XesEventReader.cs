using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>
/// Reads IEEE 1849 XES, plain or gzip, event by event in bounded memory, for whoever wants the rows and not an
/// <see cref="EventLog"/>. Columns are the keys of events and, as <c>case:KEY</c>, those of their trace, learned as they come;
/// nested attributes, log attributes, globals, classifiers and extensions are passed over. Spans live until the next read.
/// </summary>
public sealed class XesEventReader : IDisposable
{
    private readonly int _mostBytes;
    private readonly ByteWindow _window;
    private readonly XmlScanner _scanner;
    private readonly XesNesting _nesting;
    private readonly XesColumns _columns = new();
    private readonly XesCells _ofTrace = new();
    private readonly XesCells _ofEvent = new();
    private byte[] _keyScratch = [];
    private byte[] _valueScratch = [];

    /// <summary>Begins to read.</summary>
    /// <param name="stream">The bytes; not closed.</param>
    /// <param name="mostBytes">Longest tag, and longest event or trace by its values, in bytes.</param>
    public XesEventReader(Stream stream, int mostBytes = 1 << 29)
    {
        _mostBytes = mostBytes;
        _window = new ByteWindow(stream, most: mostBytes, isXml: true);
        _scanner = new XmlScanner(_window);
        _nesting = new XesNesting(_scanner);
    }

    /// <summary>Names of the columns met so far, in the order of their first appearance.</summary>
    public IReadOnlyList<string> Columns => _columns.Names;

    /// <summary>Moves to the next event; false at the end of the file.</summary>
    /// <exception cref="LogFormatException">The content is not well-formed XES: the line and what is wrong.</exception>
    [MethodImpl(Compile.AtOnce)]
    public bool Read()
    {
        _ofEvent.Clear();
        for (XmlTag tag = _scanner.Next(); tag != XmlTag.None; tag = _scanner.Next())
        {
            if (tag == XmlTag.Close)
            {
                XesElement closed = _nesting.Close();
                if (closed == XesElement.Event)
                {
                    return true;
                }

                if (closed == XesElement.Trace)
                {
                    _ofTrace.Clear();
                }

                continue;
            }

            XesElement parent = _nesting.Innermost;
            XesElement element = _nesting.Open(tag == XmlTag.Empty);
            if (element == XesElement.Event && tag == XmlTag.Empty)
            {
                return true;
            }

            if (element >= XesElement.String && parent is XesElement.Event or XesElement.Trace)
            {
                Keep(element, parent == XesElement.Trace);
            }
        }

        _nesting.End();
        return false;
    }

    /// <summary>The value of a column in the event last read, decoded; false where the event has none.</summary>
    /// <param name="column">Place in <see cref="Columns"/>.</param>
    /// <param name="type">Type by the element's name.</param>
    /// <param name="utf8">The value; not checked to be valid UTF-8, nor to be of the type.</param>
    public bool TryGet(int column, out AttributeType type, out ReadOnlySpan<byte> utf8) =>
        _ofEvent.TryGet(column, out type, out utf8) || _ofTrace.TryGet(column, out type, out utf8);

    /// <summary>Ends the reading.</summary>
    public void Dispose() => _window.Dispose();

    [MethodImpl(Compile.AtOnce)]
    private void Keep(XesElement element, bool ofTrace)
    {
        if (!_scanner.HasKey)
        {
            throw new LogFormatException(_scanner.Line, "an attribute without a key");
        }

        ReadOnlySpan<byte> key = XmlText.Decode(_scanner.RawKey, ref _keyScratch, 0);
        int column = ofTrace ? _columns.OfTrace(key) : _columns.OfEvent(key);
        if (!_scanner.HasValue)
        {
            return;
        }

        ReadOnlySpan<byte> raw = _scanner.RawValue;
        ReadOnlySpan<byte> value = raw.IndexOfAny("&\n\r\t"u8) < 0 ? raw : XmlText.Decode(raw, ref _valueScratch, _scanner.Line);
        XesCells cells = ofTrace ? _ofTrace : _ofEvent;
        if (cells.Bytes + value.Length > _mostBytes)
        {
            throw new LogFormatException(_scanner.Line, $"an event or trace is larger than {_mostBytes >> 20} MB");
        }

        cells.Set(column, XesElements.TypeOf(element), value);
    }
}
