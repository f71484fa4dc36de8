using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>A question, or a line of a matrix, whose answers are counted; not those in which people write.</summary>
/// <param name="Question">The question.</param>
/// <param name="Name">Key of the answer; a line's stands behind a slash.</param>
/// <param name="Line">The line's own key, or null.</param>
internal sealed record CountedQuestion(Question Question, string Name, string? Line)
{
    public static IEnumerable<CountedQuestion> Of(Questionnaire questionnaire) => questionnaire.Elements.OfType<Question>().SelectMany(Of).DistinctBy(q => q.Name);

    public static IEnumerable<CountedQuestion> Of(Question question) => question switch
    {
        MatrixQuestion { Rows.Count: > 0 } matrix => matrix.Rows.Select(row => new CountedQuestion(matrix, matrix.ValueName + "/" + row.Key, row.Key)),
        RatingQuestion or BooleanQuestion or ChoiceQuestion or TextQuestion { InputType: "number" or "range" } or SliderQuestion { IsRange: false } or ExpressionQuestion => [new(question, question.ValueName, null)],
        _ => [],
    };

    /// <summary>What may be chosen; empty where any number may be given.</summary>
    public IReadOnlyList<Choice> Choices => Question switch
    {
        RatingQuestion rating => rating.Values,
        ChoiceQuestion choice => choice.Choices,
        MatrixQuestion matrix => matrix.Columns,
        _ => [],
    };

    /// <summary>Whether each value is counted; else the mean alone says something.</summary>
    public bool IsCounted => Question is RatingQuestion or BooleanQuestion or ChoiceQuestion or MatrixQuestion;

    public bool IsScale => Question is RatingQuestion or MatrixQuestion || !IsCounted;

    public string TitleIn(string language)
    {
        var title = Question.Title?.For(language) is { Length: > 0 } own ? own : Question.Name;
        return Line is null ? title : $"{title} · {((MatrixQuestion)Question).Rows.First(r => r.Key == Line).Text?.For(language) ?? Line}";
    }
}
