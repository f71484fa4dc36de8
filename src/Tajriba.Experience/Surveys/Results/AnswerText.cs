using System.Text.Json.Nodes;
using Tajriba.Questionnaires;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>An answer in words.</summary>
/// <param name="Title">The question.</param>
/// <param name="Text">What was answered.</param>
internal sealed record AnswerText(string Title, string Text)
{
    /// <summary>All of one response, in the order of the questions; what the definition does not know stands at the end by its key.</summary>
    public static IReadOnlyList<AnswerText> Of(Questionnaire? questionnaire, JsonObject answers, Show show)
    {
        var language = show.Reader.Language;
        var questions = (questionnaire?.Elements.OfType<Question>() ?? []).DistinctBy(q => q.ValueName).ToList();
        List<AnswerText> texts = [];
        foreach (var question in questions.Where(q => answers.ContainsKey(q.ValueName)))
        {
            var title = question.Title?.For(language) is { Length: > 0 } own ? own : question.Name;
            if (question is MatrixQuestion matrix && answers[question.ValueName] is JsonObject lines)
            {
                texts.AddRange(lines.Select(l => new AnswerText($"{title} · {Word(matrix.Rows, l.Key, show)}", In(matrix.Columns, l.Value, show))));
            }
            else
            {
                texts.Add(new(title, In(Choices(question), answers[question.ValueName], show)));
            }
        }

        texts.AddRange(answers.Where(a => !questions.Any(q => q.ValueName == a.Key)).Select(a => new AnswerText(a.Key, In([], a.Value, show))));
        return texts;
    }

    private static IReadOnlyList<Choice> Choices(Question question) => question switch
    {
        ChoiceQuestion choice => choice.Choices,
        RatingQuestion rating => rating.Values,
        _ => [],
    };

    private static string In(IReadOnlyList<Choice> choices, JsonNode? answer, Show show) => answer switch
    {
        null => show.Nothing,
        JsonArray several => show.List(several.Select(s => In(choices, s, show))),
        JsonValue value => Word(choices, value.ToString(), show),
        _ => answer.ToJsonString(),
    };

    private static string Word(IReadOnlyList<Choice> choices, string value, Show show)
        => choices.FirstOrDefault(c => c.Key == value)?.Text?.For(show.Reader.Language) is { Length: > 0 } text ? text : show.Digits(value);
}
