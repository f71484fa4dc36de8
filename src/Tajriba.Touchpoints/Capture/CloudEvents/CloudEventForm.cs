using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>
/// Makes events of the log out of CloudEvents: <c>type</c> names it, <c>subject</c> is what it concerns, (<c>source</c>, <c>id</c>)
/// is its identity, and the whole of it in its JSON format is kept as the attributes.
/// </summary>
internal sealed class CloudEventForm(IEventCatalogue catalogue, CollectLimits limits) : IMessageForm
{
    /// <summary>What the specification asks every consumer to take.</summary>
    private const int EventBytes = 64 * 1024;
    private const int LongestType = 200;
    private const int LongestPlace = 100;

    private int Largest => Math.Max(limits.EventBytes, EventBytes);

    public bool Reads(string call) => CloudEventCall.Parse(call) is not null;

    public MessageReading Read(string call, ReadOnlyMemory<byte> text, EventSource source, DateTimeOffset received)
    {
        CloudEventCall how = CloudEventCall.Parse(call)!;
        if (how.Mode != CloudEventMode.Batch)
        {
            return new MessageReading([how.Mode == CloudEventMode.Binary ? Binary(how, text, source, received) : Structured(how, text, text, source, received)], false);
        }

        if (JsonItems.Split(text, limits.BatchEvents, out MessageFault? fault) is not { } items)
        {
            return new MessageReading([new MessageItem(null, null, fault, call, text)], false);
        }

        CloudEventCall each = how with { Mode = CloudEventMode.Structured };
        return new MessageReading([.. items.Select(i => Structured(each, i, i, source, received))], true);
    }

    private MessageItem Binary(CloudEventCall how, ReadOnlyMemory<byte> message, EventSource source, DateTimeOffset received)
    {
        MessageFault? fault = message.Length > Largest ? JsonItems.Fault(message.Span, Largest) : null;
        byte[]? json = fault is null ? BinaryMessage.ToJson(message.Span, out fault) : null;
        return json is null ? new MessageItem(null, null, fault, how.ToString(), message) : Structured(how, json, message, source, received);
    }

    private MessageItem Structured(CloudEventCall how, ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> raw, EventSource source, DateTimeOffset received)
    {
        // Base64 makes data in binary mode a third larger than they were sent.
        MessageFault? fault = JsonItems.Fault(json.Span, how.Mode == CloudEventMode.Binary ? Largest * 2 : Largest);
        if (fault is not null)
        {
            return new MessageItem(null, null, fault, how.ToString(), raw);
        }

        using JsonDocument document = JsonDocument.Parse(json);
        CloudEvent? told = CloudEventReader.Read(document.RootElement, out fault);
        List<ObjectRef> objects = told is null ? [] : ObjectsOf(told, how.SubjectType);
        fault ??= Fault(told!, objects);
        string? id = document.RootElement.TryGetProperty("id", out JsonElement own) ? CatalogueObjects.Text(own) : null;
        return new MessageItem(id, fault is null ? Make(told!, objects, json, source, received) : null, fault, how.ToString(), raw);
    }

    private static MessageFault? Fault(CloudEvent told, List<ObjectRef> objects) =>
        told.Type.Length > LongestType ? Long("type", LongestType)
        : Array.Find(["subject", "customerid", "anonymousid"], a => told[a]?.Length > CatalogueObjects.LongestId) is { } name ? Long(name, CatalogueObjects.LongestId)
        : Array.Find(["channel", "unit"], a => told[a]?.Length > LongestPlace) is { } place ? Long(place, LongestPlace)
        : objects.Count == 0 ? new MessageFault(RefusalReason.NoIdentity, "subject", "It concerns nobody: subject, customerid or anonymousid is needed, or a rule of the event catalogue on its data.")
        : null;

    private static MessageFault Long(string attribute, int most) =>
        new(RefusalReason.TooLong, attribute, FormattableString.Invariant($"{attribute} has at most {most} characters."));

    private static LiveEvent Make(CloudEvent told, List<ObjectRef> objects, ReadOnlyMemory<byte> json, EventSource source, DateTimeOffset received) => new()
    {
        Source = source.LogName,

        // No source holds a blank, so that no two pairs make the same text.
        Id = MessageIds.Of($"{told.Source} {told.Id}"),
        Name = told.Type,
        Time = told.Time ?? Microseconds.Of(received),
        Objects = objects,
        Channel = told["channel"] is { Length: > 0 } channel ? channel : source.Channel,
        Unit = told["unit"] is { Length: > 0 } unit ? unit : source.Unit,
        Attributes = json,
    };

    /// <summary>The customer first, where one is told.</summary>
    private List<ObjectRef> ObjectsOf(CloudEvent told, string subjectType)
    {
        var objects = new List<ObjectRef>(3);
        Add("customerid", CloudEventCall.Customer);
        Add("subject", subjectType);
        Add("anonymousid", "visitor");
        CatalogueObjects.Add(told.Data, told.Type, catalogue, objects);
        return [.. objects.DistinctBy(o => (o.Type, o.Id))];

        void Add(string attribute, string type)
        {
            if (told[attribute] is { Length: > 0 } id)
            {
                objects.Add(new ObjectRef(type, id));
            }
        }
    }
}
