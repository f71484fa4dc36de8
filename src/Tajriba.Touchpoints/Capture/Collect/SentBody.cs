using System.Text.Json;
using System.Text.Unicode;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>
/// A body in the form of the Segment tracking specification: one call, or an object with a <c>batch</c> of them. Reads in one
/// pass; a bad item spoils only itself.
/// </summary>
internal sealed class SentBody
{
    /// <summary>Nesting that the reader follows; deeper bodies are refused whole, deeper items than the log takes one by one.</summary>
    private const int Deepest = 1_000;

    private readonly List<SentItem> items = [];

    /// <summary>The key inside the body (<c>writeKey</c>, or <c>api_key</c> in other clients' words).</summary>
    private string? writeKey;

    /// <summary>The client's clock when it sent the body.</summary>
    private long? sentAt;

    private SentBody()
    {
    }

    /// <summary>Reads a body.</summary>
    /// <param name="call">By which call it came.</param>
    /// <param name="body">The JSON text.</param>
    /// <param name="most">Items that a batch may hold.</param>
    public static MessageReading Read(string call, ReadOnlyMemory<byte> body, int most)
    {
        var read = new SentBody();
        CallKind kind = CallKinds.Of(call);
        bool isMany = kind == CallKind.None && call != Refused.Item;
        bool isUtf8 = Utf8.IsValid(body.Span);
        MessageFault? fault;
        try
        {
            var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = Deepest });
            fault = !reader.Read() || reader.TokenType != JsonTokenType.StartObject ? Bad
                : (isMany ? read.Batch(ref reader, body, isUtf8, most) : read.Single(ref reader, body, isUtf8, kind))
                ?? (reader.Read() ? Bad : null);
        }
        catch (JsonException)
        {
            fault = Bad;
        }

        if (fault is not null)
        {
            return MessageReading.Of(call, body, fault);
        }

        read.TellWhenSent(isHistory: call == SegmentForm.Import);
        return new MessageReading(isMany ? Refused.Item : call, read.items, isMany) { WriteKey = read.writeKey };
    }

    private static MessageFault Bad => new(RefusalReason.BadBody);

    private MessageFault? Single(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, bool isUtf8, CallKind kind)
    {
        items.Add(SentItemReader.Read(ref reader, body, isUtf8, kind, out writeKey));
        return null;
    }

    private MessageFault? Batch(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, bool isUtf8, int most)
    {
        bool found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("batch"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    return Bad;
                }

                found = true;
                items.Clear();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (items.Count == most)
                    {
                        return MessageFault.TooMany(most);
                    }

                    items.Add(SentItemReader.Read(ref reader, body, isUtf8, CallKind.None, out _));
                }
            }
            else if (reader.ValueTextEquals("writeKey"u8) || reader.ValueTextEquals("api_key"u8))
            {
                reader.Read();
                writeKey = SentItemReader.Text(ref reader, out _);
            }
            else if (reader.ValueTextEquals("sentAt"u8))
            {
                reader.Read();
                sentAt = MessageTimes.Of(SentItemReader.Text(ref reader, out _));
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return found && items.Count > 0 ? null : Bad;
    }

    /// <summary>The body's clock is that of items that name none; what is told from the past is compared with no clock.</summary>
    private void TellWhenSent(bool isHistory)
    {
        if (isHistory || sentAt is not null)
        {
            foreach (SentItem item in items)
            {
                item.SentAt = isHistory ? null : item.SentAt ?? sentAt;
            }
        }
    }
}
