using System.Text.Json;
using System.Text.Unicode;

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

    private SentBody()
    {
    }

    public IReadOnlyList<SentItem> Items => items;

    /// <summary>The key inside the body (<c>writeKey</c>, or <c>api_key</c> in other clients' words).</summary>
    public string? WriteKey { get; private set; }

    /// <summary>The client's clock when it sent the body.</summary>
    public string? SentAt { get; private set; }

    /// <summary>Reads a body.</summary>
    /// <param name="body">The JSON text.</param>
    /// <param name="kind">What the address says it is; <see cref="CallKind.None"/> for a batch.</param>
    /// <param name="most">Items that a batch may hold.</param>
    /// <param name="refusal">Why the whole is refused, or none.</param>
    public static SentBody? Read(ReadOnlyMemory<byte> body, CallKind kind, int most, out RefusalReason refusal)
    {
        var read = new SentBody();
        bool isUtf8 = Utf8.IsValid(body.Span);
        try
        {
            var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = Deepest });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                refusal = RefusalReason.BadBody;
                return null;
            }

            refusal = kind == CallKind.None ? read.Batch(ref reader, body, isUtf8, most) : read.Single(ref reader, body, isUtf8, kind);
            if (refusal == RefusalReason.None && reader.Read())
            {
                refusal = RefusalReason.BadBody;
            }
        }
        catch (JsonException)
        {
            refusal = RefusalReason.BadBody;
        }

        return refusal == RefusalReason.None ? read : null;
    }

    private RefusalReason Single(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, bool isUtf8, CallKind kind)
    {
        SentItem item = SentItemReader.Read(ref reader, body, isUtf8, kind, out string? writeKey);
        items.Add(item);
        WriteKey = writeKey;
        SentAt = item.SentAt;
        return RefusalReason.None;
    }

    private RefusalReason Batch(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, bool isUtf8, int most)
    {
        bool found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("batch"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    return RefusalReason.BadBody;
                }

                found = true;
                items.Clear();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (items.Count == most)
                    {
                        return RefusalReason.TooMany;
                    }

                    items.Add(SentItemReader.Read(ref reader, body, isUtf8, CallKind.None, out _));
                }
            }
            else if (reader.ValueTextEquals("writeKey"u8) || reader.ValueTextEquals("api_key"u8))
            {
                reader.Read();
                WriteKey = SentItemReader.Text(ref reader, out _);
            }
            else if (reader.ValueTextEquals("sentAt"u8))
            {
                reader.Read();
                SentAt = SentItemReader.Text(ref reader, out _);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return found && items.Count > 0 ? RefusalReason.None : RefusalReason.BadBody;
    }
}
