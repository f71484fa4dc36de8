using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Cases.Facts;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Log;
using Tajriba.Questionnaires;
using Tajriba.Touchpoints.Capture.Feedback;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Reads texts of customers out of events. Sources outside may leave out or mistake anything: then that is not known.</summary>
internal sealed class ToldTexts(SurveyStore surveys, PublishedVersions versions, FollowCodes codes)
{
    /// <summary>Events that tell feedback by itself.</summary>
    public const string Received = "Feedback Received";

    /// <summary>UTF-16 units of one text.</summary>
    public const int LongestText = 10_000;

    /// <summary>An answer in this many words is one's own, where nobody knows the question.</summary>
    private const int FewestWords = 3;
    private const int LongestCode = 100;

    /// <summary>The names of events that are read.</summary>
    public static IReadOnlyList<string> Names { get; } = [Received, Completion.Answered];

    /// <summary>The texts of an event, none where it has none.</summary>
    public async ValueTask<IReadOnlyList<ToldText>> OfAsync(LoggedEvent told, CancellationToken cancellationToken)
        => told.Name == Received ? Of(told) : await AnsweredAsync(told, cancellationToken);

    private ToldText[] Of(LoggedEvent told)
    {
        using JsonDocument? document = Parse(told.Attributes);
        if (document is not { RootElement: { ValueKind: JsonValueKind.Object } whole } || Said(whole) is not { } said || Text(said, "text") is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var kind = Enum.TryParse(Text(said, "kind"), ignoreCase: true, out FeedbackKind named) && Enum.IsDefined(named) ? named : FeedbackKind.Comment;
        return [new(told, 0, CodeOf(told, said), kind, text.Shorten(LongestText, end: ""), Text(said, "language"), Rating(said), Text(said, "step"), null)];
    }

    /// <summary>The attributes where they are nothing else; of a client's message, what it says of its event.</summary>
    private static JsonElement? Said(JsonElement whole)
        => whole.TryGetProperty("text", out _) ? whole
            : whole.TryGetProperty("properties", out var inside) && inside.ValueKind == JsonValueKind.Object ? inside
            : whole.TryGetProperty("data", out inside) && inside.ValueKind == JsonValueKind.Object ? inside
            : null;

    /// <summary>What its sender calls it. Customers follow by a code what the house gave one: a sender's own name that looks like one is marked, so that nobody who tries numbers out finds it.</summary>
    private string CodeOf(LoggedEvent told, JsonElement said)
    {
        var name = Text(said, "feedback") is { Length: > 0 and <= LongestCode } own ? own : told.Objects.FirstOrDefault(o => o.Type == "feedback") is { Id.Length: > 0 and <= LongestCode } one ? one.Id : told.Id;
        return told.Source == CaseFacts.Source || name == codes.Of(told.Source, told.Id) ? name : Own(name);
    }

    private static string Own(string name) => CaseCode.Of(name) is null ? name : "#" + name;

    /// <summary>Files hold it as text, in any script's digits.</summary>
    private static int? Rating(JsonElement said)
        => !said.TryGetProperty("rating", out var value) ? null
            : value.ValueKind == JsonValueKind.Number ? value.TryGetDouble(out var number) && number is >= 1 and <= 5 ? (int)number : null
            : value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is [var digit] && char.IsDigit(digit) && char.GetNumericValue(digit) is >= 1 and <= 5 and var read ? (int)read
            : null;

    private static JsonDocument? Parse(string? attributes)
    {
        try
        {
            return attributes is null ? null : JsonDocument.Parse(attributes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async ValueTask<IReadOnlyList<ToldText>> AnsweredAsync(LoggedEvent told, CancellationToken cancellationToken)
    {
        if (ResponseReader.Read(told) is not { IsTest: false } response || response.Answers.Count == 0)
        {
            return [];
        }

        var asked = await AskedAsync(response.SurveyKey, response.Version, cancellationToken);
        var step = Step(response.Context);
        var texts = new List<ToldText>();
        foreach (var (name, answer) in response.Answers)
        {
            if (texts.Count < FeedbackItem.MostOfOneEvent && answer is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) && IsOwnWords(asked, name, text))
            {
                texts.Add(new(told, texts.Count, Own(told.Id), FeedbackKind.Comment, text.Shorten(LongestText, end: ""), response.Language, null, step, response.SurveyKey));
            }
        }

        return texts;
    }

    private async ValueTask<Questionnaire?> AskedAsync(string key, int version, CancellationToken cancellationToken)
        => await surveys.FindAsync(key, cancellationToken) is { } survey ? (await versions.FindAsync(survey.Id, version, cancellationToken))?.Questionnaire : null;

    private static bool IsOwnWords(Questionnaire? asked, string name, string text)
        => name.EndsWith("-Comment", StringComparison.Ordinal)
            || (asked?.Elements.OfType<Question>().FirstOrDefault(q => q.ValueName == name) is { } question
                ? question.Kind == ElementKind.Comment
                : asked is null && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords);

    private static string? Step(string? context)
        => context is null ? null : JsonNode.Parse(context) is JsonObject named ? Text(named, "step") : null;

    private static string? Text(JsonElement said, string name) => said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Text(JsonObject attributes, string name)
        => attributes[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
