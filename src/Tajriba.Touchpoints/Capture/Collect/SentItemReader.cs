using System.Text;
using System.Text.Json;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Reads the members of one item that the log needs.</summary>
internal static class SentItemReader
{
    /// <summary>Reads the value on whose first token the reader stands, to its end.</summary>
    /// <param name="reader">Stands on the item.</param>
    /// <param name="body">The whole text that the reader reads.</param>
    /// <param name="kind">What the address says the item is; <see cref="CallKind.None"/> where the item says it itself.</param>
    /// <param name="writeKey">The key inside the item, or null.</param>
    public static SentItem Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, CallKind kind, out string? writeKey)
    {
        writeKey = null;
        int start = (int)reader.TokenStartIndex;
        var item = new SentItem { Kind = kind };
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadOnlyMemory<byte> traits = default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                Member(ref reader, body, kind, item, ref traits, ref writeKey);
            }

            item.Properties = item.Properties.IsEmpty ? traits : item.Properties;
        }
        else
        {
            reader.Skip();
            item.Refusal = RefusalReason.NotAnObject;
        }

        item.Raw = body[start..(int)reader.BytesConsumed];
        return item;
    }

    /// <summary>Text, or a number as it is written; null for null and for what is neither.</summary>
    public static string? Text(ref Utf8JsonReader reader, out bool isOther)
    {
        isOther = false;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                try
                {
                    return reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    // Half a surrogate pair or broken UTF-8: the item's text as a whole is judged later.
                    return null;
                }

            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan);
            case JsonTokenType.Null:
                return null;
            default:
                reader.Skip();
                isOther = true;
                return null;
        }
    }

    private static void Member(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, CallKind kind, SentItem item, ref ReadOnlyMemory<byte> traits, ref string? writeKey)
    {
        if (reader.ValueTextEquals("properties"u8))
        {
            item.Properties = Value(ref reader, body) ?? item.Properties;
        }
        else if (reader.ValueTextEquals("traits"u8))
        {
            traits = Value(ref reader, body) ?? traits;
        }
        else if (reader.ValueTextEquals("userId"u8))
        {
            item.UserId = Identity(ref reader, item);
        }
        else if (reader.ValueTextEquals("anonymousId"u8))
        {
            item.AnonymousId = Identity(ref reader, item);
        }
        else if (reader.ValueTextEquals("previousId"u8))
        {
            item.PreviousId = Identity(ref reader, item);
        }
        else if (reader.ValueTextEquals("groupId"u8))
        {
            item.GroupId = Identity(ref reader, item);
        }
        else if (reader.ValueTextEquals("event"u8))
        {
            item.Event = Identity(ref reader, item);
        }
        else if (reader.ValueTextEquals("messageId"u8))
        {
            item.MessageId = Identity(ref reader, item);
        }
        else if (reader.ValueTextEquals("type"u8))
        {
            string? type = Plain(ref reader);
            item.Kind = kind == CallKind.None ? KindOf(type) : kind;
        }
        else if (reader.ValueTextEquals("timestamp"u8))
        {
            item.Timestamp = Plain(ref reader);
        }
        else if (reader.ValueTextEquals("originalTimestamp"u8))
        {
            item.OriginalTimestamp = Plain(ref reader);
        }
        else if (reader.ValueTextEquals("sentAt"u8))
        {
            item.SentAt = Plain(ref reader);
        }
        else if (reader.ValueTextEquals("writeKey"u8))
        {
            writeKey = Plain(ref reader);
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    /// <summary>An object's text, or null where the member is none.</summary>
    private static ReadOnlyMemory<byte>? Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isObject ? body[start..(int)reader.BytesConsumed] : null;
    }

    private static string? Plain(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Text(ref reader, out _);
    }

    private static string? Identity(ref Utf8JsonReader reader, SentItem item)
    {
        reader.Read();
        string? text = Text(ref reader, out bool isOther);
        if (isOther)
        {
            item.Refusal = RefusalReason.BadType;
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static CallKind KindOf(string? type) => type switch
    {
        "track" => CallKind.Track,
        "identify" => CallKind.Identify,
        "page" => CallKind.Page,
        "screen" => CallKind.Screen,
        "group" => CallKind.Group,
        "alias" or "merge" => CallKind.Alias,
        _ => CallKind.None,
    };
}
