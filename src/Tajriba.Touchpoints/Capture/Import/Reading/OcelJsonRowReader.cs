using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>
/// Rows of an OCEL 2.0 log in JSON: one an event, with columns <c>ocel:id</c>, <c>ocel:type</c>, <c>ocel:time</c> and its
/// attributes. Objects are read first, for their types; events then stream.
/// </summary>
public sealed class OcelJsonRowReader : RowReader
{
    private readonly JsonElements events;
    private readonly bool hasEvents;
    private readonly SparseRow row = new();
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly List<ObjectRef> objects = [];

    /// <param name="content">The file.</param>
    /// <param name="again">The same file once more: the first pass reads the objects, wherever they stand.</param>
    public OcelJsonRowReader(Stream content, Stream again)
    {
        using (var first = new JsonElements(again))
        {
            if (first.Find("objects"))
            {
                while (first.Next())
                {
                    Remember(first.Element);
                }
            }
        }

        events = new JsonElements(content);
        hasEvents = events.Find("events");
        row.Column("ocel:id");
        row.Column("ocel:type");
        row.Column("ocel:time");
    }

    public override IReadOnlyList<string> Columns => row.Columns;

    public override ReadOnlySpan<byte> Raw => events.Element;

    public override IReadOnlyList<ObjectRef> Objects => objects;

    public override CellKind Kind(int column) => row.Kind(column);

    public override ReadOnlySpan<byte> Cell(int column) => row.Cell(column);

    public override bool Read()
    {
        if (!hasEvents || !events.Next())
        {
            return false;
        }

        Row++;
        row.Clear();
        objects.Clear();
        Fault = RejectReason.None;
        if (!Utf8.IsValid(events.Element))
        {
            Fault = RejectReason.BadEncoding;
            return true;
        }

        try
        {
            using JsonDocument item = JsonDocument.Parse(Encoding.UTF8.GetString(events.Element));
            ReadEvent(item.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            Fault = RejectReason.BadJson;
        }

        return true;
    }

    protected override void Dispose(bool disposing) => events.Dispose();

    private void Remember(ReadOnlySpan<byte> element)
    {
        var reader = new Utf8JsonReader(element);
        string? id = null;
        string? type = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isId = reader.ValueTextEquals("id"u8);
            bool isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String)
            {
                id = reader.GetString();
            }
            else if (isType && reader.TokenType == JsonTokenType.String)
            {
                type = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        if (id is not null && type is not null)
        {
            types[id] = string.Intern(type);
        }
    }

    private void ReadEvent(JsonElement item)
    {
        row.Set(0, item.GetProperty("id").GetString() ?? "", CellKind.Text);
        row.Set(1, item.GetProperty("type").GetString() ?? "", CellKind.Text);
        row.Set(2, item.GetProperty("time").GetString() ?? "", CellKind.Text);
        if (item.TryGetProperty("attributes", out JsonElement attributes))
        {
            foreach (JsonElement attribute in attributes.EnumerateArray())
            {
                SetAttribute(row.Column(attribute.GetProperty("name").GetString() ?? ""), attribute.GetProperty("value"));
            }
        }

        if (!item.TryGetProperty("relationships", out JsonElement relationships))
        {
            return;
        }

        foreach (JsonElement relation in relationships.EnumerateArray())
        {
            string id = relation.GetProperty("objectId").GetString() ?? "";
            if (!types.TryGetValue(id, out string? type))
            {
                Fault = RejectReason.UnknownObject;
                return;
            }

            objects.Add(ExportNames.ObjectOf(type, id, relation.TryGetProperty("qualifier", out JsonElement qualifier) ? qualifier.GetString() ?? "" : ""));
        }
    }

    private void SetAttribute(int column, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                row.Set(column, value.GetString()!, CellKind.Text);
                break;
            default:
                CellKind kind = value.ValueKind switch
                {
                    JsonValueKind.Number => CellKind.Number,
                    JsonValueKind.True or JsonValueKind.False => CellKind.Boolean,
                    _ => CellKind.Json,
                };
                row.Set(column, value.GetRawText(), kind);
                break;
        }
    }
}
