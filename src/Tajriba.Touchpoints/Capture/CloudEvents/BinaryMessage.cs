using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>
/// An event in binary mode as one text: its <c>ce-</c> headers and content type as they came, an empty line, the body. So it is
/// kept where it is refused, and so it is read.
/// </summary>
internal static class BinaryMessage
{
    private const string Prefix = "ce-";
    private const string ContentType = "content-type";
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ReadOnlySpan<byte> EmptyLine => "\r\n\r\n"u8;

    /// <summary>The text of a request.</summary>
    public static ReadOnlyMemory<byte> Of(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var head = new StringBuilder();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in headers)
        {
            string lower = name.ToLowerInvariant();
            if (lower == ContentType || lower.StartsWith(Prefix, StringComparison.Ordinal))
            {
                head.Append(lower).Append(": ").Append(value.ToString()).Append("\r\n");
            }
        }

        byte[] lines = Encoding.UTF8.GetBytes(head.Length == 0 ? "\r\n" : head.ToString());
        return (byte[])[.. lines, .. "\r\n"u8, .. body];
    }

    /// <summary>The event in its JSON format, or null and what is wrong.</summary>
    public static byte[]? ToJson(ReadOnlySpan<byte> message, out MessageFault? fault)
    {
        int end = message.IndexOf(EmptyLine);
        string[] lines = Encoding.UTF8.GetString(message[..Math.Max(end, 0)]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        ReadOnlySpan<byte> body = end < 0 ? [] : message[(end + EmptyLine.Length)..];
        using var json = new MemoryStream();
        using var writer = new Utf8JsonWriter(json, AsWritten);
        writer.WriteStartObject();
        fault = null;
        string? type = null;
        foreach (string line in lines)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string name = line[..colon];
            string value = line[(colon + 2)..];
            if (name == ContentType)
            {
                writer.WriteString("datacontenttype", type = value);
            }
            else if (name[Prefix.Length..] is var attribute && attribute != "datacontenttype")
            {
                if (attribute is "data" || HeaderValue.Decode(value) is not { } decoded)
                {
                    fault = CloudEventReader.Bad(attribute, attribute is "data" ? "stands in the body, not in a header" : "is not percent-encoded UTF-8");
                    return null;
                }

                writer.WriteString(attribute, decoded);
            }
        }

        fault = body.IsEmpty ? null : Data(writer, body, type);
        writer.WriteEndObject();
        writer.Flush();
        return fault is null ? json.ToArray() : null;
    }

    /// <summary>JSON stays JSON, text becomes text, everything else base64.</summary>
    private static MessageFault? Data(Utf8JsonWriter writer, ReadOnlySpan<byte> body, string? type)
    {
        if (CloudEventReader.IsJson(type) && IsJson(body))
        {
            writer.WritePropertyName("data");
            writer.WriteRawValue(body, skipInputValidation: true);
        }
        else if (type is not null && CloudEventReader.IsJson(type))
        {
            return new MessageFault(RefusalReason.BadContent, "data", "data is not JSON, as its content type says.");
        }
        else if (IsText(type) && Utf8.IsValid(body) && !body.Contains((byte)0))
        {
            writer.WriteString("data", body);
        }
        else
        {
            writer.WriteBase64String("data_base64", body);
        }

        return null;
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsText(string? type) =>
        type is not null
        && (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Split(';')[0].TrimEnd().EndsWith("xml", StringComparison.OrdinalIgnoreCase))
        && (!type.Contains("charset=", StringComparison.OrdinalIgnoreCase) || type.Contains("charset=utf-8", StringComparison.OrdinalIgnoreCase) || type.Contains("charset=\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
