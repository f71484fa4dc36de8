using System.Text.Json;
using Microsoft.AspNetCore.Http;
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

    private static readonly IResult Accepted = TypedResults.StatusCode(StatusCodes.Status202Accepted);

    private int Largest => Math.Max(limits.EventBytes, EventBytes);

    public bool Reads(string call) => CloudEventCall.Parse(call) is not null;

    public MessageReading Read(string call, ReadOnlyMemory<byte> text)
    {
        CloudEventCall how = CloudEventCall.Parse(call)!;
        return how.Mode == CloudEventMode.Batch
            ? JsonItems.Read(call, (how with { Mode = CloudEventMode.Structured }).ToString(), text, limits.BatchEvents)
            : MessageReading.Of(call, text);
    }

    public void Make(MessageReading reading, EventSource source, DateTimeOffset received)
    {
        CloudEventCall how = CloudEventCall.Parse(reading.Call)!;
        foreach (MessageItem item in reading.Items.Where(i => i.Fault is null))
        {
            if (how.Mode != CloudEventMode.Binary)
            {
                MakeOf(item, item.Raw, Largest);
            }
            else if (Json(item) is { } json)
            {
                // Base64 makes data in binary mode a third larger than they were sent.
                MakeOf(item, json, Largest * 2);
            }
        }

        void MakeOf(MessageItem item, ReadOnlyMemory<byte> json, int largest) =>
            JsonItems.Make(item, json, largest, (JsonElement told, out MessageFault? fault) => Event(told, json, how.SubjectType, source, received, out fault));
    }

    public IResult Answer(MessageReading reading, bool strict) => MessageAnswers.Of(reading, strict, Accepted);

    /// <summary>A binary message in the JSON format, or null and its fault noted.</summary>
    private byte[]? Json(MessageItem item)
    {
        MessageFault? fault = item.Raw.Length > Largest ? MessageFault.TooLarge(Largest) : null;
        byte[]? json = fault is null ? BinaryMessage.ToJson(item.Raw.Span, out fault) : null;
        item.Fault = fault;
        return json;
    }

    private LiveEvent? Event(JsonElement json, ReadOnlyMemory<byte> text, string subjectType, EventSource source, DateTimeOffset received, out MessageFault? fault)
    {
        if (CloudEventReader.Read(json, out fault) is not { } told)
        {
            return null;
        }

        List<ObjectRef> objects = ObjectsOf(told, subjectType);
        fault = Fault(told, objects);
        return fault is null ? Event(told, objects, text, source, received) : null;
    }

    private static MessageFault? Fault(CloudEvent told, List<ObjectRef> objects) =>
        told.Type.Length > LongestType ? Long("type", LongestType)
        : Array.Find(["subject", "customerid", "anonymousid"], a => told[a]?.Length > CatalogueObjects.LongestId) is { } name ? Long(name, CatalogueObjects.LongestId)
        : Array.Find(["channel", "unit"], a => told[a]?.Length > LongestPlace) is { } place ? Long(place, LongestPlace)
        : objects.Count == 0 ? new MessageFault(RefusalReason.NoIdentity, "subject", "It concerns nobody: subject, customerid or anonymousid is needed, or a rule of the event catalogue on its data.", told.Type)
        : null;

    private static MessageFault Long(string attribute, int most) =>
        new(RefusalReason.TooLong, attribute, FormattableString.Invariant($"{attribute} has at most {most} characters."));

    private static LiveEvent Event(CloudEvent told, List<ObjectRef> objects, ReadOnlyMemory<byte> json, EventSource source, DateTimeOffset received) => new()
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
