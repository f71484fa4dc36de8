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
            ReadEvent(events.Element);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
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

    private void ReadEvent(ReadOnlySpan<byte> element)
    {
        var json = new Utf8JsonReader(element);
        json.Read();
        Demand(json.TokenType == JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("attributes"u8))
            {
                ReadAttributes(ref json, element);
            }
            else if (json.ValueTextEquals("relationships"u8))
            {
                ReadRelationships(ref json);
            }
            else
            {
                int column = json.ValueTextEquals("id"u8) ? 0 : json.ValueTextEquals("type"u8) ? 1 : json.ValueTextEquals("time"u8) ? 2 : -1;
                json.Read();
                if (column < 0)
                {
                    json.Skip();
                }
                else
                {
                    Demand(json.TokenType == JsonTokenType.String);
                    JsonCells.Value(ref json, element, row, column);
                }
            }
        }

        Demand(row.Kind(0) != CellKind.Missing && row.Kind(1) != CellKind.Missing && row.Kind(2) != CellKind.Missing);
    }

    private void ReadAttributes(ref Utf8JsonReader json, ReadOnlySpan<byte> element)
    {
        json.Read();
        Demand(json.TokenType == JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            int column = -1;
            Utf8JsonReader value = default;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isName = json.ValueTextEquals("name"u8);
                bool isValue = json.ValueTextEquals("value"u8);
                json.Read();
                if (isName)
                {
                    Demand(json.TokenType == JsonTokenType.String);
                    column = json.ValueIsEscaped ? row.Column(json.GetString()!) : row.Column(json.ValueSpan);
                }
                else if (isValue)
                {
                    value = json;
                }

                json.Skip();
            }

            Demand(column >= 0 && value.TokenType != JsonTokenType.None);
            JsonCells.Value(ref value, element, row, column);
        }
    }

    private void ReadRelationships(ref Utf8JsonReader json)
    {
        json.Read();
        Demand(json.TokenType == JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            string? id = null;
            string qualifier = "";
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = json.ValueTextEquals("objectId"u8);
                bool isQualifier = json.ValueTextEquals("qualifier"u8);
                json.Read();
                if (isId)
                {
                    id = json.GetString();
                }
                else if (isQualifier)
                {
                    qualifier = json.GetString() ?? "";
                }

                json.Skip();
            }

            if (id is not null && types.TryGetValue(id, out string? type))
            {
                objects.Add(ExportNames.ObjectOf(type, id, qualifier));
            }
            else
            {
                Fault = RejectReason.UnknownObject;
            }
        }
    }

    private static void Demand(bool asOcelHasIt)
    {
        if (!asOcelHasIt)
        {
            throw new JsonException("not as OCEL 2.0 has it");
        }
    }
}
