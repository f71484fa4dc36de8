using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tajriba.ProcessMining;

/// <summary>
/// Writes logs with one JSON object per event and line; whole numbers, real numbers and booleans as such where JSON can say
/// them, the rest as text. Reading what was written gives the same log, times and identifiers as text.
/// </summary>
public static class JsonLinesLogWriter
{
    /// <summary>Writes a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="stream">Where to; not closed.</param>
    /// <param name="gzip">Whether to compress.</param>
    public static void Write(EventLog log, Stream stream, bool gzip = false)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        using Stream to = LogOutput.Open(stream, gzip);
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        ReadOnlySpan<int> offsets = log.CaseOffsets;
        for (int c = 0; c < log.CaseCount; c++)
        {
            for (int e = offsets[c]; e < offsets[c + 1]; e++)
            {
                json.WriteStartObject();
                json.WriteString("case:concept:name"u8, log.CaseIds.Utf8(c));
                json.WriteString("concept:name"u8, log.Activities.Utf8(log.ActivityCodes[e]));
                json.WriteString("time:timestamp", LogTime.Format(log.Times[e]));
                foreach (AttributeColumn column in log.Columns)
                {
                    int code = column.Codes[column.Level == AttributeLevel.Event ? e : c];
                    if (code >= 0)
                    {
                        Attribute(json, column, column.Values.Utf8(code));
                    }
                }

                json.WriteEndObject();
                json.Flush();
                json.Reset();
                to.WriteByte((byte)'\n');
            }
        }
    }

    private static void Attribute(Utf8JsonWriter json, AttributeColumn column, ReadOnlySpan<byte> value)
    {
        json.WritePropertyName(column.Name);
        bool number = column.Type is AttributeType.Integer or AttributeType.Real && IsNumber(value);
        bool flag = column.Type == AttributeType.Boolean && (value.SequenceEqual("true"u8) || value.SequenceEqual("false"u8));
        if (number || flag)
        {
            json.WriteRawValue(value);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.BytesConsumed == value.Length && value[0] != ' ';
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
