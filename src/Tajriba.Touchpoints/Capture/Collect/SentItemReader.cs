using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Reads the members of one item that the log needs, and sees in the same pass whether the log takes the whole.</summary>
internal static class SentItemReader
{
    /// <summary>Reads the value on whose first token the reader stands, to its end.</summary>
    /// <param name="reader">Stands on the item.</param>
    /// <param name="body">The whole text that the reader reads.</param>
    /// <param name="isUtf8">Whether that is valid UTF-8 throughout.</param>
    /// <param name="kind">What the address says the item is; <see cref="CallKind.None"/> where the item says it itself.</param>
    /// <param name="writeKey">The key inside the item, or null.</param>
    public static SentItem Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, bool isUtf8, CallKind kind, out string? writeKey)
    {
        writeKey = null;
        int start = (int)reader.TokenStartIndex;
        int depth = reader.CurrentDepth;
        var item = new SentItem { Kind = kind, IsSound = true };
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadOnlyMemory<byte> traits = default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                item.IsSound &= EventAttributes.Takes(in reader);
                Member(ref reader, body, kind, item, depth, ref traits, ref writeKey);
            }

            item.Properties = item.Properties.IsEmpty ? traits : item.Properties;
        }
        else
        {
            reader.Skip();
            item.Fault = new MessageFault(RefusalReason.NotAnObject);
        }

        item.Raw = body[start..(int)reader.BytesConsumed];
        item.IsSound &= (isUtf8 && item.Raw.Length <= EventAttributes.MaxBytes) || EventAttributes.Fault(item.Raw.Span) is null;
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
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, CallKind kind, SentItem item, int depth, ref ReadOnlyMemory<byte> traits, ref string? writeKey)
    {
        SentMember member = SentMembers.Of(in reader);
        reader.Read();
        switch (member)
        {
            case SentMember.Properties:
                item.Properties = Value(ref reader, body, item, depth) ?? item.Properties;
                break;
            case SentMember.Traits:
                traits = Value(ref reader, body, item, depth) ?? traits;
                break;
            case SentMember.UserId:
                item.UserId = Identity(ref reader, item, depth);
                break;
            case SentMember.AnonymousId:
                item.AnonymousId = Identity(ref reader, item, depth);
                break;
            case SentMember.PreviousId:
                item.PreviousId = Identity(ref reader, item, depth);
                break;
            case SentMember.GroupId:
                item.GroupId = Identity(ref reader, item, depth);
                break;
            case SentMember.Event:
                item.Name = Identity(ref reader, item, depth);
                break;
            case SentMember.MessageId:
                item.Id = Identity(ref reader, item, depth);
                break;
            case SentMember.Type:
                string? type = Plain(ref reader, item, depth, out _);
                item.Kind = kind == CallKind.None ? CallKinds.Of(type) : kind;
                break;
            case SentMember.Timestamp:
                item.Timestamp = Plain(ref reader, item, depth, out _);
                break;
            case SentMember.OriginalTimestamp:
                item.OriginalTimestamp = Plain(ref reader, item, depth, out _);
                break;
            case SentMember.SentAt:
                item.SentAt = MessageTimes.Of(Plain(ref reader, item, depth, out _));
                break;
            case SentMember.WriteKey:
                writeKey = Plain(ref reader, item, depth, out _);
                break;
            default:
                Walk(ref reader, item, depth);
                break;
        }
    }

    /// <summary>Reads a value to its end; notes where it holds what the log does not take.</summary>
    private static void Walk(ref Utf8JsonReader reader, SentItem item, int depth)
    {
        item.IsSound &= EventAttributes.Takes(in reader);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        int outer = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > outer)
        {
            // What stands in the deepest level allowed is no level more.
            item.IsSound &= EventAttributes.Takes(in reader)
                && (reader.CurrentDepth - depth < EventAttributes.MaxDepth || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray));
        }
    }

    /// <summary>An object's text, or null where the member is none.</summary>
    private static ReadOnlyMemory<byte>? Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, SentItem item, int depth)
    {
        int start = (int)reader.TokenStartIndex;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        Walk(ref reader, item, depth);
        return isObject ? body[start..(int)reader.BytesConsumed] : null;
    }

    private static string? Plain(ref Utf8JsonReader reader, SentItem item, int depth, out bool isOther)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null)
        {
            item.IsSound &= EventAttributes.Takes(in reader);
            return Text(ref reader, out isOther);
        }

        isOther = true;
        Walk(ref reader, item, depth);
        return null;
    }

    private static string? Identity(ref Utf8JsonReader reader, SentItem item, int depth)
    {
        string? text = Plain(ref reader, item, depth, out bool isOther);
        if (isOther)
        {
            item.Fault = new MessageFault(RefusalReason.BadType);
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }
}
