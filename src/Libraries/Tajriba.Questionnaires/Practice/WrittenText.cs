namespace Tajriba.Questionnaires;

/// <summary>A text of a survey that respondents read.</summary>
/// <param name="Text">The text.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Element">Name of its question, or empty.</param>
/// <param name="IsAsked">Whether it asks something.</param>
/// <param name="HasOneAnswer">Whether one answer is expected to it.</param>
internal sealed record WrittenText(LocalizedText Text, string Path, string Element, bool IsAsked = false, bool HasOneAnswer = false)
{
    public PracticeWarning Warn(PracticeCode code, string locale, params string[] arguments) => new(code, Path, Element, locale, arguments);

    /// <summary>All texts, in order.</summary>
    public static IEnumerable<WrittenText> All(Questionnaire questionnaire)
        => new[]
        {
            Read(questionnaire.Title, "$.title", ""),
            Read(questionnaire.Description, "$.description", ""),
            Read(questionnaire.CompletedHtml, "$.completedHtml", ""),
        }
        .Concat(questionnaire.Pages.Select(page => Read(page.Title, $"{page.Path}.title", "")))
        .Concat(questionnaire.Elements.SelectMany(Of))
        .OfType<WrittenText>();

    private static IEnumerable<WrittenText?> Of(Element element)
    {
        var question = element as Question;
        yield return Read(element.Title, $"{element.Path}.title", element.Name, question is not null, HasOne(question) && element is not MatrixQuestion);
        yield return Read(element.Description, $"{element.Path}.description", element.Name);
        foreach (var text in question switch
        {
            MatrixQuestion matrix => Choices(matrix.Rows, "rows", true).Concat(Choices(matrix.Columns, "columns")),
            GridQuestion grid => Choices(grid.Rows, "rows", true).Concat(grid.Columns.Select(column => Read(column.Cell.Title, $"{column.Cell.Path}.title", element.Name))),
            ChoiceQuestion choice => Choices(choice.Choices, "choices"),
            RatingQuestion rating => Choices(rating.Values, "rateValues")
                .Append(Read(rating.MinRateDescription, $"{element.Path}.minRateDescription", element.Name))
                .Append(Read(rating.MaxRateDescription, $"{element.Path}.maxRateDescription", element.Name)),
            MultipleTextQuestion texts => texts.Items.Select(item => Read(item.Title, $"{item.Path}.title", element.Name, true)),
            _ => [],
        })
        {
            yield return text;
        }

        IEnumerable<WrittenText?> Choices(IReadOnlyList<Choice> choices, string member, bool asked = false)
            => choices.Select((choice, i) => Read(choice.Text, $"{element.Path}.{member}[{i}].text", element.Name, asked, asked));
    }

    private static bool HasOne(Question? question)
        => question is RatingQuestion or BooleanQuestion or SliderQuestion or ChoiceQuestion { IsMultiple: false };

    private static WrittenText? Read(LocalizedText? text, string path, string element, bool asked = false, bool one = false)
        => text is null ? null : new WrittenText(text, path, element, asked, one);
}
