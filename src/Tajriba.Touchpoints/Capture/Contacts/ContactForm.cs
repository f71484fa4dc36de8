using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Contacts;

/// <summary>Makes events out of scores that phone systems and kiosks tell: one object, or an array of them.</summary>
internal sealed class ContactForm(IEventCatalogue catalogue, CollectLimits limits) : IMessageForm
{
    public const string Call = "contacts";

    private const string CallRated = "Call Rated";
    private const string KioskAnswered = "Kiosk Answered";

    /// <summary>The names that its events have.</summary>
    public static IReadOnlyList<string> Names { get; } = [CallRated, KioskAnswered];

    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Reads(string call) => call == Call;

    public MessageReading Read(string call, ReadOnlyMemory<byte> text) =>
        text.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] ? JsonItems.Read(Call, Call, text, limits.BatchEvents) : MessageReading.Of(Call, text);

    public void Make(MessageReading reading, EventSource source, DateTimeOffset received)
    {
        foreach (MessageItem item in reading.Items.Where(i => i.Fault is null))
        {
            JsonItems.Make(item, item.Raw, limits.EventBytes, (JsonElement told, out MessageFault? fault) =>
                ContactReader.Read(told, out fault) is { } contact ? Make(contact, told, source, received) : null);
        }
    }

    public IResult Answer(MessageReading reading, bool strict) => MessageAnswers.Of(reading, strict, CollectAnswers.Taken);

    private LiveEvent Make(Contact contact, JsonElement json, EventSource source, DateTimeOffset received)
    {
        string name = contact.IsCall ? CallRated : KioskAnswered;
        return new LiveEvent
        {
            Source = source.LogName,
            Id = MessageIds.Of(IdOf(contact)),
            Name = name,
            Time = contact.At ?? Microseconds.Of(received),
            Objects = ObjectsOf(contact, name, json),
            Channel = source.Channel ?? (contact.IsCall ? "phone" : "kiosk"),
            Unit = contact.Branch ?? source.Unit,
            Attributes = Attributes(contact, json),
        };
    }

    /// <summary>
    /// The sender's id; else what makes a contact one and the same: a question of a call is answered once, and a kiosk hears one
    /// answer to a question at a time. Without a time a kiosk's answer has no such name, and each telling of it is another.
    /// </summary>
    private static string IdOf(Contact contact) =>
        contact.Id is not null ? "contact:" + contact.Id
        : contact.IsCall ? $"call:{Part(contact.CallId)}:{Part(contact.Question)}"
        : contact.At is not null ? FormattableString.Invariant($"kiosk:{Part(contact.Device)}:{Part(contact.Question)}:{contact.At}:{Part(contact.Answer)}")
        : "kiosk:" + Guid.CreateVersion7().ToString("D");

    /// <summary>Without the colon that parts are told apart by.</summary>
    private static string Part(string? text) => text?.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal) ?? "";

    /// <summary>The customer first, where one is told.</summary>
    private List<ObjectRef> ObjectsOf(Contact contact, string name, JsonElement json)
    {
        var objects = new List<ObjectRef>(4);
        Add(contact.Customer, "customer");
        Add(contact.CallId, "call");
        Add(contact.Device, "device");
        Add(contact.Agent, "employee");
        if (json.TryGetProperty("properties", out JsonElement more))
        {
            CatalogueObjects.Add(more, name, catalogue, objects);
        }

        return [.. objects.DistinctBy(o => (o.Type, o.Id))];

        void Add(string? id, string type)
        {
            if (id is not null)
            {
                objects.Add(new ObjectRef(type, id));
            }
        }
    }

    /// <summary>What was told, its score and scale as numbers that can be counted with, whatever digits they were written in.</summary>
    private static byte[] Attributes(Contact contact, JsonElement json)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, AsWritten))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in json.EnumerateObject())
            {
                if (Number(contact, member) is { } number)
                {
                    writer.WriteNumber(member.Name, number);
                }
                else
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return text.ToArray();
    }

    private static decimal? Number(Contact contact, JsonProperty member) => member.Name switch
    {
        "score" when member.Value.ValueKind == JsonValueKind.String => contact.Score,
        "min" when member.Value.ValueKind == JsonValueKind.String => contact.Min,
        "max" when member.Value.ValueKind == JsonValueKind.String => contact.Max,
        _ => null,
    };
}
