namespace Tajriba.Questionnaires;

/// <summary>A page as it is to be shown now.</summary>
public sealed class PageView
{
    private readonly QuestionnaireRun run;
    private readonly Scope scope;
    private bool shown;
    private bool locked;

    internal PageView(QuestionnaireRun run, QuestionnairePage page)
    {
        this.run = run;
        Page = page;
        scope = new RunScope(run);
        shown = page.Visible;
        locked = page.ReadOnly;
        Elements = [.. page.Elements.Select(element => new ElementView(run, element, this, null, null, name => name))];
        All = [.. ElementView.Walk(Elements)];
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
    public bool Visible => shown && Elements.Any(element => element.Visible);

    /// <summary>Whether at least one answer is needed on it.</summary>
    public bool Required { get; private set; }

    /// <summary>Its elements, those not visible included.</summary>
    public IReadOnlyList<ElementView> Elements { get; }

    internal bool Locked => locked;

    internal IReadOnlyList<ElementView> All { get; }

    internal void Show(bool visible)
    {
        if (shown != visible)
        {
            shown = visible;
            Turned();
        }
    }

    internal void RunConditions()
    {
        var before = Visible;
        foreach (var element in Elements)
        {
            element.RunConditions();
        }

        if (Page.VisibleIf is { } visible && run.Concerns(visible, null))
        {
            Show(visible.Evaluate(scope) is true);
        }

        if (Page.EnableIf is { } enable && run.Concerns(enable, null))
        {
            locked = enable.Evaluate(scope) is false;
        }

        if (Page.RequiredIf is { } require && run.Concerns(require, null))
        {
            Required = require.Evaluate(scope) is true;
        }

        if (before != Visible)
        {
            Turned();
        }
    }

    private void Turned()
    {
        foreach (var view in All)
        {
            if (Visible)
            {
                view.GiveDefault();
            }
            else
            {
                view.ClearIfHidden(ClearInvisible.OnHiddenContainer);
            }
        }
    }
}
