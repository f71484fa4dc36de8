namespace Tajriba.Questionnaires;

/// <summary>A page as it is to be shown now.</summary>
public sealed class PageView
{
    private readonly QuestionnaireRun run;

    internal PageView(QuestionnaireRun run, QuestionnairePage page)
    {
        this.run = run;
        Page = page;
        Elements = [.. page.Elements.Select(element => new ElementView(run, element, element.Name))];
    }

    /// <summary>The page of the definition.</summary>
    public QuestionnairePage Page { get; }

    /// <summary>Its name.</summary>
    public string Name => Page.Name;

    /// <summary>Title in the reader's language, piping done; empty if none.</summary>
    public string Title => run.Text(Page.Title);

    /// <summary>Description likewise.</summary>
    public string Description => run.Text(Page.Description);

    /// <summary>Whether it is shown: its condition holds and something on it is visible.</summary>
    public bool Visible => Page.Visible;

    /// <summary>Its elements, those not visible included.</summary>
    public IReadOnlyList<ElementView> Elements { get; }
}
