using System.Globalization;
using System.Text.Json;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Contacts;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.Feedback;

/// <summary>Reads one piece of feedback and names the member that is not as it should be.</summary>
internal static class FeedbackReader
{
    private const int LongestText = 10_000;
    private const int LongestWord = 100;
    private const int LongestLanguage = 35;
    private const int LongestEmail = 254;
    private const int LongestPhone = 40;
    private const int FewestDigits = 4;

    /// <summary>The kinds that one can name.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["complaint", "suggestion", "praise", "question", "review", "comment", "call"];

    /// <summary>The feedback, or null and its fault.</summary>
    /// <param name="json">A JSON object that the log can keep.</param>
    /// <param name="fault">Names the member at fault, or null.</param>
    public static ToldFeedback? Read(JsonElement json, out MessageFault? fault)
    {
        var told = new ToldFeedback();
        fault = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                fault ??= Member(told, member.Name, member.Value);
            }
        }

        fault ??= told.Text is null ? Bad("text", "is required: what the customer said") : null;
        return fault is null ? told : null;
    }

    private static MessageFault? Member(ToldFeedback told, string name, JsonElement value) => name switch
    {
        "text" => Text(name, value, t => told.Text = t, LongestText),
        "kind" => Kind(told, value),
        "rating" => Rating(told, value),
        "language" => Language(told, value),
        "step" => Text(name, value, t => told.Step = t, LongestWord),
        "feedback" => Text(name, value, t => told.Reference = t, LongestWord),
        "unit" => Text(name, value, t => told.Unit = t, LongestWord),
        "channel" => Text(name, value, t => told.Channel = t, LongestWord),
        "messageId" => Text(name, value, t => told.MessageId = t),
        "time" => Time(told, value),
        "customer" => Customer(told, value),
        "properties" => value.ValueKind == JsonValueKind.Object ? null : Bad(name, "must be a JSON object"),
        _ => Bad(name, "is no member that feedback has; put more into properties"),
    };

    private static MessageFault? CustomerMember(ToldFeedback told, string name, JsonElement value) => name switch
    {
        "id" => Text("customer.id", value, t => told.Customer = t),
        "email" => Text("customer.email", value, t => told.Email = t, LongestEmail)
            ?? (told.Email is [not '@', .., not '@'] email && email.Contains('@', StringComparison.Ordinal) && !email.Any(char.IsWhiteSpace) ? null : Bad("customer.email", "must be an e-mail address")),
        "phone" => Text("customer.phone", value, t => told.Phone = t, LongestPhone)
            ?? (told.Phone is { } phone && phone.Count(char.IsDigit) >= FewestDigits && !phone.Any(char.IsLetter) ? null : Bad("customer.phone", "must be a telephone number")),
        _ => Bad("customer." + name, "is no member that a customer has; there are id, email and phone"),
    };

    private static MessageFault? Customer(ToldFeedback told, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Bad("customer", "must be a JSON object");
        }

        MessageFault? fault = null;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                fault ??= CustomerMember(told, member.Name, member.Value);
            }
        }

        return fault;
    }

    private static MessageFault? Kind(ToldFeedback told, JsonElement value)
    {
        told.Kind = CatalogueObjects.Text(value)?.Trim().ToLowerInvariant();
        return Kinds.Contains(told.Kind) ? null : Bad("kind", "must be one of " + string.Join(", ", Kinds));
    }

    private static MessageFault? Rating(ToldFeedback told, JsonElement value)
    {
        told.Rating = LocalNumber.Of(value) is { } number && number is 1 or 2 or 3 or 4 or 5 ? (int)number : null;
        return told.Rating is null ? new MessageFault(RefusalReason.BadScore, "rating", "rating must be 1, 2, 3, 4 or 5.") : null;
    }

    /// <summary>A language tag; its language is what counts.</summary>
    private static MessageFault? Language(ToldFeedback told, JsonElement value)
    {
        if (Text("language", value, t => told.Language = t.Split('-', '_')[0].ToLowerInvariant(), LongestLanguage) is { } fault)
        {
            return fault;
        }

        return told.Language is { Length: 2 or 3 } language && language.All(char.IsAsciiLetterLower) ? null : Bad("language", "must be a language code such as en, fa or ar-IQ");
    }

    private static MessageFault? Time(ToldFeedback told, JsonElement value)
    {
        told.Time = MessageTimes.Of(CatalogueObjects.Text(value));
        return told.Time is null
            ? new MessageFault(RefusalReason.BadTime, "time", "time must be a time (2026-03-21T08:30:00+03:30, 1405-01-01 12:00, or seconds or milliseconds since 1970).")
            : null;
    }

    private static MessageFault? Text(string name, JsonElement value, Action<string> take, int most = CatalogueObjects.LongestId)
    {
        if (CatalogueObjects.Text(value)?.Trim() is not { Length: > 0 } text)
        {
            return Bad(name, "must be text that is not empty");
        }

        take(text);
        return text.Length > most ? new MessageFault(RefusalReason.TooLong, name, string.Create(CultureInfo.InvariantCulture, $"{name} has at most {most} characters.")) : null;
    }

    private static MessageFault Bad(string member, string what) => new(RefusalReason.BadAttribute, member, $"{member} {what}.");
}
