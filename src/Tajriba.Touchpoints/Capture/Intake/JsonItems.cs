using System.Text.Json;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Tells the items of a JSON array apart without looking into them.</summary>
internal static class JsonItems
{
    /// <summary>Nesting that is followed; what is deeper than the log takes is refused item by item.</summary>
    private const int Deepest = 1_000;

    /// <summary>Each item's own text, or null and the fault of the whole.</summary>
    /// <param name="text">A JSON array.</param>
    /// <param name="most">Items that it may hold.</param>
    /// <param name="fault">What is wrong, or null.</param>
    public static List<ReadOnlyMemory<byte>>? Split(ReadOnlyMemory<byte> text, int most, out MessageFault? fault)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        try
        {
            var reader = new Utf8JsonReader(text.Span, new JsonReaderOptions { MaxDepth = Deepest });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                fault = new MessageFault(RefusalReason.BadBody, null, "The body must be a JSON array.");
                return null;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (items.Count == most)
                {
                    fault = new MessageFault(RefusalReason.TooMany, null, FormattableString.Invariant($"A batch holds at most {most} events."));
                    return null;
                }

                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                items.Add(text[start..(int)reader.BytesConsumed]);
            }

            fault = reader.Read() ? new MessageFault(RefusalReason.BadBody, null, "Something stands behind the JSON array.") : null;
        }
        catch (JsonException e)
        {
            fault = new MessageFault(RefusalReason.BadBody, null, $"The body is not JSON: {e.Message}");
        }

        return fault is null ? items : null;
    }

    /// <summary>What keeps a text from being stored as one event, or null.</summary>
    public static MessageFault? Fault(ReadOnlySpan<byte> item, int largest) =>
        item.Length > largest ? new MessageFault(RefusalReason.TooLarge, null, FormattableString.Invariant($"An event holds at most {largest} bytes."))
        : item.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..] ? new MessageFault(RefusalReason.NotAnObject, null, "An event is a JSON object.")
        : Kernel.Log.EventAttributes.Fault(item) is { } fault ? new MessageFault(RefusalReason.BadContent, null, $"The event is {fault}.")
        : null;
}
