using System.Buffers;
using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>OCEL 2.0 in JSON. Events stand first, so that one pass is enough; what they need to be understood follows.</summary>
internal static class OcelJsonWriter
{
    private const int FlushBytes = 1 << 16;

    public static async Task<long> WriteAsync(Stream output, IAsyncEnumerable<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(FlushBytes * 2);
        await using var json = new Utf8JsonWriter(buffer, JsonLinesWriter.Options);
        var schema = new OcelSchema();
        long count = 0;
        buffer.Write("{\n\"events\": [\n"u8);
        await foreach (LoggedEvent item in events.WithCancellation(cancellationToken))
        {
            schema.Learn(item);
            buffer.Write(count++ > 0 ? ",\n"u8 : default);
            WriteEvent(json, item);
            await FlushAsync(FlushBytes);
        }

        buffer.Write("],\n\"objects\": [\n"u8);
        bool first = true;
        foreach (ObjectRef known in schema.Objects)
        {
            buffer.Write(first ? default : ",\n"u8);
            first = false;
            json.WriteStartObject();
            json.WriteString("id", ExportNames.ObjectId(known));
            json.WriteString("type", known.Type);
            json.WriteEndObject();
            await FlushAsync(FlushBytes);
        }

        buffer.Write("],\n\"eventTypes\": "u8);
        JsonSerializer.Serialize(json, schema.Events.Select(e => new { name = e.Key, attributes = e.Value.Select(a => new { name = a.Column, type = a.OcelType }) }));
        await FlushAsync(0);
        buffer.Write(",\n\"objectTypes\": "u8);
        JsonSerializer.Serialize(json, schema.ObjectTypes.Select(t => new { name = t, attributes = Array.Empty<string>() }));
        await FlushAsync(0);
        await output.WriteAsync("}\n"u8.ToArray(), cancellationToken);
        return count;

        async ValueTask FlushAsync(int above)
        {
            json.Flush();
            json.Reset(buffer);
            if (buffer.WrittenCount >= above)
            {
                await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
                buffer.ResetWrittenCount();
            }
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, LoggedEvent item)
    {
        json.WriteStartObject();
        json.WriteString("id", ExportNames.EventId(item));
        json.WriteString("type", item.Name);
        json.WriteString("time", FileTime.Of(item.Time));
        json.WriteStartArray("attributes");
        WriteText(json, ExportNames.Source, item.Source);
        WriteText(json, ExportNames.Channel, item.Channel);
        WriteText(json, ExportNames.Unit, item.Unit);
        if (item.Attributes is not null)
        {
            using JsonDocument attributes = JsonDocument.Parse(item.Attributes);
            foreach (JsonProperty attribute in attributes.RootElement.EnumerateObject().Where(a => a.Value.ValueKind != JsonValueKind.Null))
            {
                bool nested = attribute.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
                json.WriteStartObject();
                json.WriteString("name", nested ? ExportNames.Json(attribute.Name) : ExportNames.Attribute(attribute.Name));
                json.WritePropertyName("value");
                if (nested)
                {
                    json.WriteStringValue(attribute.Value.GetRawText());
                }
                else
                {
                    attribute.Value.WriteTo(json);
                }

                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("relationships");
        foreach (ObjectRef known in item.Objects)
        {
            json.WriteStartObject();
            json.WriteString("objectId", ExportNames.ObjectId(known));
            json.WriteString("qualifier", known.Qualifier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
