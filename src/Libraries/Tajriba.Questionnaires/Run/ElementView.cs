using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>An element as it is to be shown now. Views live as long as their run and change with it.</summary>
public sealed partial class ElementView
{
    internal ElementView(QuestionnaireRun run, Element element, PageView page, ElementView? parent, GroupView? item, Func<string, string> key)
    {
        Run = run;
        Element = element;
        Page = page;
        Parent = parent;
        Item = item;
        Key = key(element.Name);
        Scope = new ElementScope(this);
        shown = element.Visible;
        locked = element.ReadOnly;
        needed = element.IsRequired;
        Elements = element is PanelElement panel ? [.. panel.Elements.Select(inner => new ElementView(run, inner, page, this, item, key))] : [];
    }

    /// <summary>The element of the definition.</summary>
    public Element Element { get; }

    /// <summary>A name for form fields, unique in the run: <c>q</c>, <c>panel[0].q</c>, <c>grid[row].column</c>, <c>texts.item</c>.</summary>
    public string Key { get; }

    /// <summary>Title in the reader's language, piping done.</summary>
    public string Title => Run.Text(Element.Title, Scope) is { Length: > 0 } text ? text : Element.Name;

    /// <summary>Description likewise; empty if none.</summary>
    public string Description => Run.Text(Element.Description, Scope);

    /// <summary>Whether it is shown, those around it being so; a panel is only with something visible in it.</summary>
    public bool Visible => shown && Element switch
    {
        PanelElement => Elements.Any(inner => inner.Visible),
        ChoiceQuestion { HideIfEmpty: true } => Offered.Count > 0,
        MatrixQuestion { HideIfRowsEmpty: true } => MatrixRows.Count > 0,
        GridQuestion { HideIfRowsEmpty: true, Kind: ElementKind.MatrixDropdown } => GroupList.Exists(group => group.Visible),
        _ => true,
    };

    /// <summary>Whether it must be answered.</summary>
    public bool Required => needed;

    /// <summary>Whether it may be answered.</summary>
    public bool Enabled => !locked && Parent is not { Enabled: false } && Item?.Owner is not { Enabled: false } && !Page.Locked && !Run.Questionnaire.ReadOnly;

    /// <summary>The answer, as a copy; null if none.</summary>
    public JsonNode? Value => Js.ToJson(Current);

    /// <summary>The comment, or the text of <c>other</c>; empty if none.</summary>
    public string Comment => Element is Question question ? Js.Text(Held(question.ValueName + "-Comment")) : "";

    /// <summary>The answer in words, as piping shows it.</summary>
    public string DisplayText => Js.Text(Display(null));

    /// <summary>Choices to be shown; of a matrix its columns, of a rating its values.</summary>
    public IReadOnlyList<ChoiceView> Choices => Element switch
    {
        ChoiceQuestion question => ChoiceViews(question),
        MatrixQuestion => [.. MatrixColumns.Select(choice => View(choice))],
        RatingQuestion rating => [.. rating.Values.Select(choice => View(choice))],
        _ => [],
    };

    /// <summary>Rows of a matrix to be shown; empty where it has a single row without a name.</summary>
    public IReadOnlyList<ChoiceView> Rows => Element is MatrixQuestion ? [.. MatrixRows.Select(choice => View(choice, RowEnabled(choice)))] : [];

    /// <summary>Elements of a panel, items of a <c>multipletext</c>, those not visible included.</summary>
    public IReadOnlyList<ElementView> Elements { get; private set; }

    /// <summary>Rows of a table of questions, panels of a dynamic panel, those not visible included.</summary>
    public IReadOnlyList<GroupView> Groups => Element is MultipleTextQuestion ? [] : GroupList;

    /// <summary>Least value of a text question, by its formula if it has one; null if none.</summary>
    public JsonNode? Min => Js.ToJson(Js.Answer(Bound(least: true)));

    /// <summary>Greatest value likewise.</summary>
    public JsonNode? Max => Js.ToJson(Js.Answer(Bound(least: false)));

    internal QuestionnaireRun Run { get; }

    internal PageView Page { get; }

    internal ElementView? Parent { get; }

    internal GroupView? Item { get; }

    internal Scope Scope { get; }

    /// <summary>Whether nothing around it hides it.</summary>
    internal bool ContainerVisible
        => (Parent is null ? Item is null ? Page.Visible : Item.Visible && Item.Owner.Visible : Parent.Visible && Parent.ContainerVisible);

    internal bool VisibleInRun => Visible && ContainerVisible;

    /// <summary>Gives an answer; null takes it back. Conditions, triggers and calculated values follow at once.</summary>
    /// <param name="value">The answer in the shape of the question.</param>
    public void Answer(JsonNode? value)
    {
        if (Element is Question)
        {
            Give(Js.From(value));
        }
    }

    /// <summary>Gives the comment, or the text of <c>other</c>.</summary>
    /// <param name="text">The text; empty takes it back.</param>
    public void AnswerComment(string text)
    {
        if (Element is Question question)
        {
            Remark(question, text);
        }
    }

    /// <summary>Adds a panel or a row at the end, if there may be one more.</summary>
    /// <returns>Whether it was added.</returns>
    public bool AddGroup()
    {
        var (most, counted) = Element switch
        {
            DynamicPanelQuestion panels => (panels.MaxPanelCount, !panels.AllowAdd || panels.PanelCountExpression is not null),
            GridQuestion { Kind: ElementKind.MatrixDynamic } grid => (grid.MaxRowCount, !grid.AllowAdd || grid.RowCountExpression is not null),
            _ => (0, true),
        };
        if (counted || !Enabled || GroupList.Count >= most)
        {
            return false;
        }

        Resize(GroupList.Count + 1);
        return true;
    }

    /// <summary>Takes a panel or a row away, if there may be one fewer.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>Whether it was taken.</returns>
    public bool RemoveGroup(int index)
    {
        var (least, counted) = Element switch
        {
            DynamicPanelQuestion panels => (panels.MinPanelCount, !panels.AllowRemove || panels.PanelCountExpression is not null),
            GridQuestion { Kind: ElementKind.MatrixDynamic } grid => (grid.MinRowCount, !grid.AllowRemove || grid.RowCountExpression is not null),
            _ => (0, true),
        };
        if (counted || !Enabled || GroupList.Count <= least || index < 0 || index >= GroupList.Count)
        {
            return false;
        }

        TakeAway(index);
        return true;
    }

    internal static IEnumerable<ElementView> Walk(IEnumerable<ElementView> views)
    {
        foreach (var view in views)
        {
            yield return view;
            if (view.Element is PanelElement)
            {
                foreach (var inner in Walk(view.Elements))
                {
                    yield return inner;
                }
            }
        }
    }

    private ChoiceView View(Choice choice, bool enabled = true)
        => new(choice, choice.Value, Run.Text(choice.Text, Scope) is { Length: > 0 } text ? text : choice.Key) { Enabled = enabled };
}
