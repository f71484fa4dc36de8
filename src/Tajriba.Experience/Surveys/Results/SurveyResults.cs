using System.Text.Json.Nodes;
using Tajriba.Questionnaires;
using Tajriba.Statistics;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Counts answers question by question; every share carries its interval, and with too few there is none.</summary>
public static class SurveyResults
{
    /// <summary>Answers below which no share and no mean is told.</summary>
    public const int Enough = 10;

    private const int MostTexts = 20;

    public static IReadOnlyList<QuestionResult> Of(Questionnaire questionnaire, IReadOnlyList<SurveyResponse> responses, string language)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(responses);
        return [.. questionnaire.Elements.OfType<Question>().SelectMany(q => Of(q, responses, language))];
    }

    /// <summary>Whether the answer to a question (<c>name</c>, <c>matrix/row</c>) is a value, or holds it among others.</summary>
    public static bool Has(JsonObject answers, string question, string value)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(question);
        return Values(Answer(answers, question)).Contains(value);
    }

    private static IEnumerable<QuestionResult> Of(Question question, IReadOnlyList<SurveyResponse> responses, string language) => question switch
    {
        RatingQuestion rating => [Count(rating, rating.ValueName, TitleOf(rating, language), rating.Values, responses, language)],
        BooleanQuestion yes => [Count(yes, yes.ValueName, TitleOf(yes, language), [], responses, language)],
        ChoiceQuestion choice => [Count(choice, choice.ValueName, TitleOf(choice, language), choice.Choices, responses, language)],
        MatrixQuestion matrix when matrix.Rows.Count > 0 =>
            matrix.Rows.Select(row => Count(matrix, matrix.ValueName + "/" + row.Key, $"{TitleOf(matrix, language)} · {row.Text?.For(language) ?? row.Key}", matrix.Columns, responses, language)),
        TextQuestion { InputType: "number" } or SliderQuestion { IsRange: false } or ExpressionQuestion => [Measured(question, responses, language)],
        CommentQuestion or TextQuestion => [Written(question, responses, language)],
        _ => [],
    };

    private static QuestionResult Count(Question question, string name, string title, IReadOnlyList<Choice> choices, IReadOnlyList<SurveyResponse> responses, string language)
    {
        var answers = responses.Select(r => Values(Answer(r.Answers, name))).Where(v => v.Count > 0).ToList();
        var counts = answers.SelectMany(v => v.Distinct()).CountBy(v => v).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var known = choices.Select(c => (c.Key, Text: c.Text?.For(language) ?? c.Key)).ToList();
        known.AddRange(counts.Keys.Where(k => !choices.Any(c => c.Key == k)).Order(StringComparer.Ordinal).Take(50).Select(k => (k, k)));
        var numbers = question is RatingQuestion or MatrixQuestion ? Numbers(answers) : [];
        var promotes = question.Measure is Measure.Nps or Measure.Enps;
        return new QuestionResult(name, title, answers.Count)
        {
            Choices = [.. known.Select(c => new ChoiceResult(c.Key, c.Text, counts.GetValueOrDefault(c.Key), answers.Count >= Enough ? Proportion.Wilson(counts.GetValueOrDefault(c.Key), answers.Count) : null))],
            Mean = promotes ? null : MeanOf(numbers),
            NetPromoter = promotes && numbers.Length >= Enough && numbers.All(n => n is >= 0 and <= 10) ? Tajriba.Statistics.NetPromoter.OfScores(numbers).Interval() : null,
        };
    }

    private static QuestionResult Measured(Question question, IReadOnlyList<SurveyResponse> responses, string language)
    {
        var answers = responses.Select(r => Values(Answer(r.Answers, question.ValueName))).Where(v => v.Count > 0).ToList();
        return new(question.ValueName, TitleOf(question, language), answers.Count) { Mean = MeanOf(Numbers(answers)) };
    }

    private static QuestionResult Written(Question question, IReadOnlyList<SurveyResponse> responses, string language)
    {
        var texts = responses.Select(r => (r.Position, Text: Answer(r.Answers, question.ValueName)?.ToString() ?? "")).Where(t => t.Text.Length > 0).ToList();
        return new(question.ValueName, TitleOf(question, language), texts.Count) { Texts = [.. texts.Take(MostTexts)] };
    }

    private static Estimate? MeanOf(double[] numbers) => numbers.Length < Enough ? null : MeanInterval.Student(SampleSummary.Of(numbers));

    private static double[] Numbers(IEnumerable<List<string>> answers)
        => [.. answers.Where(a => a.Count == 1).Select(a => double.TryParse(a[0], out var number) ? number : double.NaN).Where(double.IsFinite)];

    private static JsonNode? Answer(JsonObject answers, string name)
        => answers.TryGetPropertyValue(name, out var own) ? own
            : name.LastIndexOf('/') is > 0 and var cut && answers[name[..cut]] is JsonObject lines ? lines[name[(cut + 1)..]]
            : null;

    private static List<string> Values(JsonNode? answer) => answer switch
    {
        JsonArray several => [.. several.OfType<JsonValue>().Select(v => v.ToString())],
        JsonValue one => [one.ToString()],
        _ => [],
    };

    private static string TitleOf(Question question, string language) => question.Title?.For(language) is { Length: > 0 } title ? title : question.Name;
}
