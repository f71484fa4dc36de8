using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Feedback;

/// <summary>Makes events out of feedback that other systems heard: one object, or an array of them. Each gets a code that its customer follows it by.</summary>
internal sealed class FeedbackMessages(IEventCatalogue catalogue, CollectLimits limits, FollowCodes codes) : IMessageForm
{
    public const string Call = "feedback";

    /// <summary>The name of its events.</summary>
    public const string Received = "Feedback Received";

    /// <summary>10,000 characters, each written as an escape, and the rest.</summary>
    private const int LeastBytes = 64 * 1024;

    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Reads(string call) => call == Call;

    public MessageReading Read(string call, ReadOnlyMemory<byte> text) =>
        text.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] ? JsonItems.Read(Call, Call, text, limits.BatchEvents) : MessageReading.Of(Call, text);

    public void Make(MessageReading reading, EventSource source, DateTimeOffset received)
    {
        foreach (MessageItem item in reading.Items.Where(i => i.Fault is null))
        {
            JsonItems.Make(item, item.Raw, Math.Max(limits.EventBytes, LeastBytes), (JsonElement json, out MessageFault? fault) =>
            {
                ToldFeedback? told = FeedbackReader.Read(json, out fault);
                item.Id = told?.MessageId ?? told?.Reference;
                return told is null ? null : Make(told, json, source, received);
            });
        }
    }

    /// <summary>The code, or of several what became of each; a single one that was refused names its fault.</summary>
    public IResult Answer(MessageReading reading, bool strict)
    {
        if (!strict && !reading.IsMany)
        {
            return reading.Items is [{ Event: { } made }] ? TypedResults.Json(new { success = true, code = CodeOf(made) }) : MessageAnswers.Of(reading, strict, CollectAnswers.Taken);
        }

        return TypedResults.Json(new
        {
            success = reading.Items.All(i => i.Fault is null),
            results = reading.Items.Select(i => new
            {
                id = i.Id, accepted = i.Fault is null, code = i.Event is { } one ? CodeOf(one) : null, reason = i.Fault?.Reason.ToString(), member = i.Fault?.Member, detail = i.Fault?.Detail,
            }),
        });
    }

    private string CodeOf(LiveEvent made) => codes.Of(made.Source, made.Id);

    private LiveEvent Make(ToldFeedback told, JsonElement json, EventSource source, DateTimeOffset received)
    {
        string id = told.MessageId is { } message ? MessageIds.Of("message:" + message)
            : told.Reference is { } reference ? MessageIds.Of("feedback:" + reference)
            : "feedback:" + Guid.CreateVersion7().ToString("D");
        string code = codes.Of(source.LogName, id);
        return new LiveEvent
        {
            Source = source.LogName,
            Id = id,
            Name = Received,
            Time = told.Time ?? Microseconds.Of(received),
            Objects = ObjectsOf(told, code, json),
            Channel = told.Channel ?? source.Channel,
            Unit = told.Unit ?? source.Unit,
            Attributes = Attributes(told, code, json),
        };
    }

    /// <summary>Whoever can be reached is a customer, as far as one knows a new one; whether they are one of the known is for the room of identity to say.</summary>
    private List<ObjectRef> ObjectsOf(ToldFeedback told, string code, JsonElement json)
    {
        bool isReached = told.Email is not null || told.Phone is not null;
        List<ObjectRef> objects = [told.Customer is { } known ? new("customer", known) : new(isReached ? "customer" : "respondent", "feedback-" + code), new("feedback", code)];
        if (json.TryGetProperty("properties", out JsonElement more))
        {
            CatalogueObjects.Add(more, Received, catalogue, objects);
        }

        return [.. objects.DistinctBy(o => (o.Type, o.Id))];
    }

    /// <summary>What was told, whatever digits and capitals it was written in; not what stands beside the attributes anyway.</summary>
    private static byte[] Attributes(ToldFeedback told, string code, JsonElement json)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, AsWritten))
        {
            writer.WriteStartObject();
            writer.WriteString("text", told.Text);
            Write(writer, "kind", told.Kind);
            if (told.Rating is { } rating)
            {
                writer.WriteNumber("rating", rating);
            }

            Write(writer, "language", told.Language);
            Write(writer, "step", told.Step);
            writer.WriteString("feedback", code);
            Write(writer, "reference", told.Reference);
            if (told.Email is not null || told.Phone is not null)
            {
                writer.WriteStartObject("traits");
                Write(writer, "email", told.Email);
                Write(writer, "phone", told.Phone);
                writer.WriteEndObject();
            }

            if (json.TryGetProperty("properties", out JsonElement more))
            {
                writer.WritePropertyName("properties");
                more.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return text.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
