using System.Text;
using System.Xml;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>
/// Rows of an XES log: one an event, with the attributes of its trace as columns <c>case:KEY</c>. Attributes inside
/// attributes, globals and classifiers are passed over.
/// </summary>
public sealed class XesRowReader : RowReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly XmlReader xml;
    private readonly SparseRow row = new();
    private readonly List<(string Column, string Value, CellKind Kind)> trace = [];
    private readonly Dictionary<string, string> caseColumns = new(StringComparer.Ordinal);

    /// <exception cref="ImportFileException">It is no XES log.</exception>
    public XesRowReader(Stream content)
    {
        xml = XmlReader.Create(content, Settings);
        try
        {
            xml.MoveToContent();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw Broken(e);
        }

        if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "log")
        {
            throw new ImportFileException($"line {Line}: an XES log begins with <log>, this file with <{xml.LocalName}>");
        }

        xml.Read();
    }

    public override IReadOnlyList<string> Columns => row.Columns;

    public override ReadOnlySpan<byte> Raw => Encoding.UTF8.GetBytes(Describe());

    private int Line => ((IXmlLineInfo)xml).LineNumber;

    public override CellKind Kind(int column) => row.Kind(column);

    public override ReadOnlySpan<byte> Cell(int column) => row.Cell(column);

    public override bool Read()
    {
        try
        {
            return ReadEvent();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw Broken(e);
        }
    }

    protected override void Dispose(bool disposing) => xml.Dispose();

    private ImportFileException Broken(Exception e) => e is InvalidDataException
        ? new ImportFileException($"line {Line}: the gzip data is damaged", e)
        : new ImportFileException($"line {Line}: the XML is broken: {e.Message}", e);

    private bool ReadEvent()
    {
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "trace")
                {
                    trace.Clear();
                }

                xml.Read();
                continue;
            }

            switch (xml.LocalName)
            {
                case "event":
                    Row++;
                    Fault = RejectReason.None;
                    ReadCells();
                    return true;
                case "trace":
                    trace.Clear();
                    xml.Read();
                    break;
                case "string" or "date" or "int" or "float" or "boolean" or "id" when xml.Depth == 2:
                    RememberForTrace();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return false;
    }

    private void RememberForTrace()
    {
        string key = xml.GetAttribute("key") ?? "";
        string value = xml.GetAttribute("value") ?? "";
        if (!caseColumns.TryGetValue(key, out string? column))
        {
            caseColumns[key] = column = key.StartsWith("case:", StringComparison.Ordinal) ? key : "case:" + key;
        }

        trace.Add((column, value, KindOf(xml.LocalName, value)));
        xml.Skip();
    }

    private void ReadCells()
    {
        row.Clear();
        foreach ((string column, string value, CellKind kind) in trace)
        {
            row.Set(row.Column(column), value, kind);
        }

        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        int depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("key") is { } key && xml.GetAttribute("value") is { } value)
            {
                row.Set(row.Column(key), value, KindOf(xml.LocalName, value));
            }

            xml.Skip();
        }

        xml.Read();
    }

    private static CellKind KindOf(string element, string value) => element switch
    {
        "int" or "float" when IsJsonNumber(value) => CellKind.Number,
        "boolean" when value is "true" or "false" => CellKind.Boolean,
        _ => CellKind.Text,
    };

    private static bool IsJsonNumber(string value)
    {
        if (value.Length is 0 or > 40 || !(char.IsAsciiDigit(value[0]) || value[0] == '-'))
        {
            return false;
        }

        Span<byte> utf8 = stackalloc byte[120];
        var json = new System.Text.Json.Utf8JsonReader(utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
        try
        {
            return json.Read() && json.TokenType == System.Text.Json.JsonTokenType.Number && !json.Read();
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private string Describe() =>
        "<event " + string.Join(' ', Columns.Select((c, i) => (c, i)).Where(c => Kind(c.i) != CellKind.Missing).Select(c => $"{c.c}=\"{Encoding.UTF8.GetString(Cell(c.i))}\"")) + "/>";
}
