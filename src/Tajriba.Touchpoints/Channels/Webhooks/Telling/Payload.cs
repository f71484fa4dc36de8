using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Channels.Webhooks.Telling;

/// <summary>What is sent: <c>type</c>, <c>timestamp</c> and <c>data</c>. The log never rewrites, so that every attempt sends the same bytes.</summary>
public static class Payload
{
    /// <summary>Longer attributes are left out: receivers ask for them by the event's position.</summary>
    public const int MostAttributes = 20 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Of(LoggedEvent item) => Write(EventType.Of(item.Name), item.Time, json =>
    {
        json.WriteNumber("position", item.Position);
        json.WriteString("id", item.Id);
        json.WriteString("source", item.Source);
        json.WriteString("name", item.Name);
        json.WriteString("time", Time(item.Time));
        json.WriteString("receivedAt", Time(item.ReceivedAt));
        json.WriteString("channel", item.Channel);
        json.WriteString("unit", item.Unit);
        WriteObjects(json, item.Objects);
        WriteAttributes(json, item.Attributes);
    });

    /// <summary>What a person sends to see whether the receiver listens.</summary>
    public static byte[] Test(DateTimeOffset now) => Write("tajriba.test", now, static json => json.WriteString("name", "Test"));

    private static byte[] Write(string type, DateTimeOffset time, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", Time(time));
            json.WriteStartObject("data");
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteObjects(Utf8JsonWriter json, IReadOnlyList<ObjectRef> objects)
    {
        json.WriteStartArray("objects");
        foreach (ObjectRef item in objects)
        {
            json.WriteStartObject();
            json.WriteString("type", item.Type);
            json.WriteString("id", item.Id);
            if (item.Qualifier.Length > 0)
            {
                json.WriteString("qualifier", item.Qualifier);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The log has checked the text when it took it; it goes out as it came in.</summary>
    private static void WriteAttributes(Utf8JsonWriter json, string? attributes)
    {
        if (attributes is null)
        {
            return;
        }

        int bytes = Encoding.UTF8.GetByteCount(attributes);
        if (bytes <= MostAttributes)
        {
            json.WritePropertyName("attributes");
            json.WriteRawValue(attributes, skipInputValidation: true);
            return;
        }

        json.WriteStartObject("attributesLeftOut");
        json.WriteNumber("bytes", bytes);
        json.WriteNumber("limit", MostAttributes);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
