using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>One JSON object a line, attributes as they were written.</summary>
internal static class JsonLinesWriter
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int FlushBytes = 1 << 16;

    public static async Task<long> WriteAsync(Stream output, IAsyncEnumerable<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(FlushBytes * 2);
        await using var json = new Utf8JsonWriter(buffer, Options);
        long count = 0;
        await foreach (LoggedEvent item in events.WithCancellation(cancellationToken))
        {
            Write(json, item);
            json.Flush();
            json.Reset(buffer);
            buffer.Write("\n"u8);
            count++;
            if (buffer.WrittenCount >= FlushBytes)
            {
                await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
                buffer.ResetWrittenCount();
            }
        }

        await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
        return count;
    }

    private static void Write(Utf8JsonWriter json, LoggedEvent item)
    {
        json.WriteStartObject();
        json.WriteString("source", item.Source);
        json.WriteString("id", item.Id);
        json.WriteString("event", item.Name);
        json.WriteString("time", FileTime.Of(item.Time));
        json.WriteString("channel", item.Channel);
        json.WriteString("unit", item.Unit);
        json.WriteStartArray("objects");
        foreach (string[] known in ObjectList.Of(item))
        {
            json.WriteStartArray();
            foreach (string part in known)
            {
                json.WriteStringValue(part);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WritePropertyName("attributes");
        if (item.Attributes is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(OneLine(item.Attributes), skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    /// <summary>Line breaks of JSON stand between its tokens only, where a blank does as well.</summary>
    private static string OneLine(string json) => json.AsSpan().ContainsAny('\n', '\r') ? json.Replace('\n', ' ').Replace('\r', ' ') : json;
}
