using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Items that are JSON objects, each read by itself.</summary>
internal static class JsonItems
{
    /// <summary>Nesting that is followed; what is deeper than the log takes is refused item by item.</summary>
    private const int Deepest = 1_000;

    /// <summary>Makes the event that a JSON object tells, or finds its fault.</summary>
    public delegate LiveEvent? Maker(JsonElement told, out MessageFault? fault);

    /// <summary>Tells the items of a JSON array apart without looking into them.</summary>
    /// <param name="call">By which call the whole came.</param>
    /// <param name="itemCall">By which call one of its items would come.</param>
    /// <param name="text">The array.</param>
    /// <param name="most">Items that it may hold.</param>
    public static MessageReading Read(string call, string itemCall, ReadOnlyMemory<byte> text, int most)
    {
        var items = new List<MessageItem>();
        MessageFault? fault;
        try
        {
            fault = Split(text, most, items);
        }
        catch (JsonException e)
        {
            fault = new MessageFault(RefusalReason.BadBody, null, $"The body is not JSON: {e.Message}");
        }

        return fault is null ? new MessageReading(itemCall, items, true) : MessageReading.Of(call, text, fault);
    }

    /// <summary>Makes an item's event, or notes its fault.</summary>
    /// <param name="item">The item.</param>
    /// <param name="json">Its text as JSON.</param>
    /// <param name="largest">Bytes that this may have.</param>
    /// <param name="make">Reads a JSON object that the log can keep.</param>
    public static void Make(MessageItem item, ReadOnlyMemory<byte> json, int largest, Maker make)
    {
        item.Fault = Fault(json.Span, largest);
        if (item.Fault is not null)
        {
            return;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        item.Id = document.RootElement.TryGetProperty("id", out JsonElement own) ? CatalogueObjects.Text(own) : null;
        item.Event = make(document.RootElement, out MessageFault? fault);
        item.Fault = fault;
    }

    private static MessageFault? Split(ReadOnlyMemory<byte> text, int most, List<MessageItem> items)
    {
        var reader = new Utf8JsonReader(text.Span, new JsonReaderOptions { MaxDepth = Deepest });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return new MessageFault(RefusalReason.BadBody, null, "The body must be a JSON array.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == most)
            {
                return MessageFault.TooMany(most);
            }

            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(new MessageItem { Raw = text[start..(int)reader.BytesConsumed] });
        }

        return reader.Read() ? new MessageFault(RefusalReason.BadBody, null, "Something stands behind the JSON array.") : null;
    }

    /// <summary>What keeps a text from being stored as one event, or null.</summary>
    private static MessageFault? Fault(ReadOnlySpan<byte> item, int largest) =>
        item.Length > largest ? MessageFault.TooLarge(largest)
        : item.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..] ? new MessageFault(RefusalReason.NotAnObject, null, "An event is a JSON object.")
        : EventAttributes.Fault(item) is { } fault ? new MessageFault(RefusalReason.BadContent, null, $"The event is {fault}.")
        : null;
}
