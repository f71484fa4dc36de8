using System.Text.Json;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.Contacts;

/// <summary>Reads one contact and names the member that is not as it should be.</summary>
internal static class ContactReader
{
    /// <summary>The contact, or null and its fault.</summary>
    /// <param name="json">A JSON object that the log can keep.</param>
    /// <param name="fault">Names the member at fault, or null.</param>
    public static Contact? Read(JsonElement json, out MessageFault? fault)
    {
        var contact = new Contact();
        fault = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                fault ??= Member(contact, member.Name, member.Value);
            }
        }

        fault ??= Whole(contact);
        return fault is null ? contact : null;
    }

    private static MessageFault? Member(Contact contact, string name, JsonElement value) => name switch
    {
        "id" => Text(name, value, t => contact.Id = t),
        "callId" => Text(name, value, t => contact.CallId = t),
        "device" => Text(name, value, t => contact.Device = t),
        "customer" => Text(name, value, t => contact.Customer = t),
        "agent" => Text(name, value, t => contact.Agent = t),
        "branch" => Text(name, value, t => contact.Branch = t, 100),
        "label" or "question" => Text(name, value, t => contact.Question = t, int.MaxValue),
        "queue" or "touchpoint" => Text(name, value, static _ => { }, int.MaxValue),
        "score" => Number(name, value, n => (contact.Score, contact.Answer) = (n, CatalogueObjects.Text(value))),
        "min" => Number(name, value, n => contact.Min = n),
        "max" => Number(name, value, n => contact.Max = n),
        "answer" => Answer(contact, value),
        "at" => Time(contact, value),
        "properties" => value.ValueKind == JsonValueKind.Object ? null : Bad(name, "must be a JSON object"),
        _ => Bad(name, "is no member that a contact has; put more into properties"),
    };

    private static MessageFault? Whole(Contact contact) =>
        contact is { CallId: null, Device: null } ? Bad("callId", "or device is required")
        : contact is { Score: null, Answer: null } ? new MessageFault(RefusalReason.BadScore, "score", contact.IsCall ? "score is required." : "score or answer is required.")
        : contact is { Score: not null, Min: null } or { Score: not null, Max: null } ? new MessageFault(RefusalReason.BadScore, contact.Min is null ? "min" : "max", "min and max are required beside a score: without its scale it says nothing.")
        : contact.Min >= contact.Max ? new MessageFault(RefusalReason.BadScore, "min", "min must be less than max.")
        : contact.Score < contact.Min || contact.Score > contact.Max
            ? new MessageFault(RefusalReason.BadScore, "score", FormattableString.Invariant($"score must lie between {contact.Min} and {contact.Max}."))
        : null;

    private static MessageFault? Text(string name, JsonElement value, Action<string> take, int most = CatalogueObjects.LongestId)
    {
        if (CatalogueObjects.Text(value)?.Trim() is not { Length: > 0 } text)
        {
            return Bad(name, "must be text that is not empty");
        }

        take(text);
        return text.Length > most ? new MessageFault(RefusalReason.TooLong, name, FormattableString.Invariant($"{name} has at most {most} characters.")) : null;
    }

    private static MessageFault? Number(string name, JsonElement value, Action<decimal> take)
    {
        if (LocalNumber.Of(value) is not { } number)
        {
            return new MessageFault(RefusalReason.BadScore, name, $"{name} must be a number.");
        }

        take(number);
        return null;
    }

    /// <summary>A chosen or spoken answer: a text, a number, yes or no, or several texts.</summary>
    private static MessageFault? Answer(Contact contact, JsonElement value)
    {
        bool isSound = value.ValueKind switch
        {
            JsonValueKind.Array => value.GetArrayLength() > 0 && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String),
            JsonValueKind.Object => false,
            _ => true,
        };
        contact.Answer ??= value.GetRawText();
        return isSound ? null : Bad("answer", "must be text, a number, a boolean or an array of texts");
    }

    private static MessageFault? Time(Contact contact, JsonElement value)
    {
        if (MessageTimes.Of(CatalogueObjects.Text(value)) is not { } time)
        {
            return new MessageFault(RefusalReason.BadTime, "at", "at must be a time (2026-03-21T08:30:00+03:30, 1405-01-01 12:00, or seconds or milliseconds since 1970).");
        }

        contact.At = time;
        return null;
    }

    private static MessageFault Bad(string member, string what) => new(RefusalReason.BadAttribute, member, $"{member} {what}.");
}
