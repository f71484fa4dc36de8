using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>OCEL 2.0 in JSON, read and written as a stream.</summary>
public static class OcelJson
{
    /// <summary>Reads a log. Unknown members are passed over; exact repetitions of a relation and null values are left out.</summary>
    /// <param name="stream">UTF-8 text; not closed.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="LogFormatException">The text is no JSON, or no consistent log; the message says where and what.</exception>
    public static ObjectCentricLog Read(Stream stream, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new OcelJsonReader(new JsonTokens(stream, cancel)).Read();
    }

    /// <summary>Writes a log: types, events and objects in the log's order.</summary>
    /// <param name="log">The log.</param>
    /// <param name="stream">Takes UTF-8 text; not closed.</param>
    public static void Write(ObjectCentricLog log, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        WriteTypes(writer, "objectTypes", log.ObjectTypes);
        WriteTypes(writer, "eventTypes", log.EventTypes);
        writer.WriteStartArray("objects");
        foreach (var item in log.Objects)
        {
            WriteObject(writer, item);
            FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("events");
        foreach (var item in log.Events)
        {
            WriteEvent(writer, item);
            FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void FlushWhenFull(Utf8JsonWriter writer)
    {
        if (writer.BytesPending > 1 << 16)
        {
            writer.Flush();
        }
    }

    private static void WriteTypes(Utf8JsonWriter writer, string name, IReadOnlyList<OcelType> types)
    {
        writer.WriteStartArray(name);
        foreach (var type in types)
        {
            writer.WriteStartObject();
            writer.WriteString("name", type.Name);
            writer.WriteStartArray("attributes");
            foreach (var attribute in type.Attributes)
            {
                writer.WriteStartObject();
                writer.WriteString("name", attribute.Name);
                writer.WriteString("type", OcelTypeNames.Of(attribute.Type));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, OcelObject item)
    {
        writer.WriteStartObject();
        writer.WriteString("id", item.Id);
        writer.WriteString("type", item.Type);
        writer.WriteStartArray("attributes");
        foreach (var attribute in item.Attributes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", attribute.Name);
            writer.WriteString("time", OcelTime.Format(attribute.Time));
            WriteValue(writer, attribute.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteRelations(writer, item.Relations);
        writer.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter writer, OcelEvent item)
    {
        writer.WriteStartObject();
        writer.WriteString("id", item.Id);
        writer.WriteString("type", item.Type);
        writer.WriteString("time", OcelTime.Format(item.Time));
        writer.WriteStartArray("attributes");
        foreach (var attribute in item.Attributes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", attribute.Name);
            WriteValue(writer, attribute.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteRelations(writer, item.Relations);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, OcelValue value)
    {
        switch (value.Type)
        {
            case OcelValueType.Integer:
                writer.WriteNumber("value", value.AsInteger());
                break;
            case OcelValueType.Float:
                writer.WriteNumber("value", value.AsFloat());
                break;
            case OcelValueType.Boolean:
                writer.WriteBoolean("value", value.AsBoolean());
                break;
            default:
                writer.WriteString("value", value.ToString());
                break;
        }
    }

    private static void WriteRelations(Utf8JsonWriter writer, IReadOnlyList<OcelRelation> relations)
    {
        writer.WriteStartArray("relationships");
        foreach (var relation in relations)
        {
            writer.WriteStartObject();
            writer.WriteString("objectId", relation.ObjectId);
            writer.WriteString("qualifier", relation.Qualifier);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
