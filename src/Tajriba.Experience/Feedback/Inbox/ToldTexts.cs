using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Log;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Reads texts of customers out of events. Sources outside may leave out or mistake anything: then that is not known.</summary>
internal sealed class ToldTexts(SurveyStore surveys, PublishedVersions versions)
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

    private static ToldText[] Of(LoggedEvent told)
    {
        JsonObject attributes;
        try
        {
            attributes = JsonNode.Parse(told.Attributes ?? "{}", documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }

        if (Text(attributes, "text") is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var kind = Enum.TryParse(Text(attributes, "kind"), ignoreCase: true, out FeedbackKind named) && Enum.IsDefined(named) ? named : FeedbackKind.Comment;
        int? rating = attributes["rating"] is JsonValue value && value.TryGetValue<double>(out var number) && number is >= 1 and <= 5 ? (int)number : null;
        var code = Text(attributes, "feedback") is { Length: > 0 and <= LongestCode } own ? own : told.Objects.FirstOrDefault(o => o.Type == "feedback") is { Id.Length: > 0 and <= LongestCode } one ? one.Id : told.Id;
        return [new(told, 0, code, kind, text.Shorten(LongestText, end: ""), Text(attributes, "language"), rating, Text(attributes, "step"), null)];
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
                texts.Add(new(told, texts.Count, told.Id, FeedbackKind.Comment, text.Shorten(LongestText, end: ""), response.Language, null, step, response.SurveyKey));
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

    private static string? Text(JsonObject attributes, string name)
        => attributes[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
