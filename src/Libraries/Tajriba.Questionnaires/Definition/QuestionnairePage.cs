namespace Tajriba.Questionnaires;

/// <summary>A page of a questionnaire.</summary>
public sealed class QuestionnairePage
{
    internal QuestionnairePage(Reader reader, int number)
    {
        Path = reader.Path;
        Name = reader.String("name") is { Length: > 0 } name
            ? name
            : $"page{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        Title = reader.Text("title");
        Description = reader.Text("description");
        Visible = reader.Bool("visible", true);
        VisibleIf = reader.Expression("visibleIf");
        EnableIf = reader.Expression("enableIf");
        RequiredIf = reader.Expression("requiredIf");
        ReadOnly = reader.Bool("readOnly");
        Elements = Element.ReadAll(reader, "elements", 0, "questions");
    }

    /// <summary>The name: <c>page1</c>, <c>page2</c> … where none is given.</summary>
    public string Name { get; }

    /// <summary>Where it stands, as a JSON path.</summary>
    public string Path { get; }

    /// <summary>Title as written.</summary>
    public LocalizedText? Title { get; }

    /// <summary>A line beneath the title.</summary>
    public LocalizedText? Description { get; }

    /// <summary>Visible where no condition says otherwise.</summary>
    public bool Visible { get; }

    /// <summary>Condition to be visible.</summary>
    public Expression? VisibleIf { get; }

    /// <summary>Condition to be enabled.</summary>
    public Expression? EnableIf { get; }

    /// <summary>Condition to need at least one answer.</summary>
    public Expression? RequiredIf { get; }

    /// <summary>Shown but not to be changed.</summary>
    public bool ReadOnly { get; }

    /// <summary>The elements, in order.</summary>
    public IReadOnlyList<Element> Elements { get; }
}
