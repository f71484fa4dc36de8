using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>An element as it is to be shown now. Views live as long as their run and change with it.</summary>
public sealed class ElementView
{
    private readonly QuestionnaireRun run;

    internal ElementView(QuestionnaireRun run, Element element, string key)
    {
        this.run = run;
        Element = element;
        Key = key;
        Elements = element is PanelElement panel ? [.. panel.Elements.Select(inner => new ElementView(run, inner, inner.Name))] : [];
    }

    /// <summary>The element of the definition.</summary>
    public Element Element { get; }

    /// <summary>A name for form fields, unique in the run: <c>q</c>, <c>panel[0].q</c>, <c>grid[row].column</c>, <c>texts.item</c>.</summary>
    public string Key { get; }

    /// <summary>Title in the reader's language, piping done.</summary>
    public string Title => run.Text(Element.Title) is { Length: > 0 } text ? text : Element.Name;

    /// <summary>Description likewise; empty if none.</summary>
    public string Description => run.Text(Element.Description);

    /// <summary>Whether it is shown.</summary>
    public bool Visible => Element.Visible;

    /// <summary>Whether it must be answered.</summary>
    public bool Required => Element.IsRequired;

    /// <summary>Whether it may be answered.</summary>
    public bool Enabled => !Element.ReadOnly;

    /// <summary>The answer, as a copy; null if none.</summary>
    public JsonNode? Value => Element is Question question ? run.Value(question.ValueName) : null;

    /// <summary>The comment, or the text of <c>other</c>; empty if none.</summary>
    public string Comment => Element is Question question ? run.Value(question.ValueName + "-Comment")?.ToString() ?? "" : "";

    /// <summary>Choices to be shown; of a matrix its columns, of a rating its values.</summary>
    public IReadOnlyList<ChoiceView> Choices => Element switch
    {
        ChoiceQuestion question => Views(question.Choices),
        MatrixQuestion matrix => Views(matrix.Columns),
        RatingQuestion rating => Views(rating.Values),
        _ => [],
    };

    /// <summary>Rows of a matrix to be shown.</summary>
    public IReadOnlyList<ChoiceView> Rows => Element is MatrixQuestion matrix ? Views(matrix.Rows) : [];

    /// <summary>Elements of a panel, items of a <c>multipletext</c>.</summary>
    public IReadOnlyList<ElementView> Elements { get; }

    /// <summary>Rows of a table of questions, panels of a dynamic panel.</summary>
    public IReadOnlyList<GroupView> Groups => [];

    /// <summary>Gives an answer; null takes it back. Conditions, triggers and calculated values follow at once.</summary>
    /// <param name="value">The answer in the shape of the question.</param>
    public void Answer(JsonNode? value)
    {
        if (Element is Question question)
        {
            run.Set(question.ValueName, value);
        }
    }

    /// <summary>Gives the comment, or the text of <c>other</c>.</summary>
    /// <param name="text">The text; empty takes it back.</param>
    public void AnswerComment(string text)
    {
        if (Element is Question question)
        {
            run.Set(question.ValueName + "-Comment", text);
        }
    }

    private List<ChoiceView> Views(IReadOnlyList<Choice> choices)
        => [.. choices.Select(choice => new ChoiceView(choice, choice.Value, run.Text(choice.Text) is { Length: > 0 } text ? text : choice.Key))];
}
