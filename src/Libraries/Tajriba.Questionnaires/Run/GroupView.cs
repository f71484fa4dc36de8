namespace Tajriba.Questionnaires;

/// <summary>A row of a table of questions, one panel of a dynamic panel, or the items of a <c>multipletext</c>.</summary>
public sealed class GroupView
{
    internal GroupView(ElementView owner, string name, Choice? row, IEnumerable<Element> elements, Func<string, string> key)
    {
        Owner = owner;
        Name = name;
        Row = row;
        Elements = [.. elements.Select(element => new ElementView(owner.Run, element, owner.Page, null, this, key))];
        All = [.. ElementView.Walk(Elements)];
    }

    /// <summary>The row's value, or the index from 0.</summary>
    public string Name { get; }

    /// <summary>What is shown, in the reader's language, piping done; empty if there is no title.</summary>
    public string Title
    {
        get
        {
            var run = Owner.Run;
            return Row is not null
                ? run.Text(Row.Text) is { Length: > 0 } text ? text : Row.Key
                : Owner.Element is DynamicPanelQuestion panels ? run.Text(panels.TemplateTitle, new GroupScope(this)) : "";
        }
    }

    /// <summary>Whether it is shown.</summary>
    public bool Visible { get; internal set; } = true;

    /// <summary>Its cells or elements, those not visible included.</summary>
    public IReadOnlyList<ElementView> Elements { get; }

    internal ElementView Owner { get; }

    internal Choice? Row { get; }

    internal IReadOnlyList<ElementView> All { get; }

    internal Record Values { get; set; } = [];

    internal int Index => Owner.GroupList.IndexOf(this);

    /// <summary>The word before the point that means this group in expressions.</summary>
    internal string Word => Owner.Element is DynamicPanelQuestion ? "panel" : "row";

    internal void Set(string name, object? value, ElementView? source)
    {
        if (Owner.Growing)
        {
            return;
        }

        if (Js.Empty(value))
        {
            Values.Remove(name);
        }
        else
        {
            Values[name] = value;
        }

        source?.SyncGroups();
        foreach (var view in All)
        {
            if (view != source && view.Element is Question question && question.ValueName == name)
            {
                view.SyncGroups();
            }
        }

        Owner.ChangedInside();
    }

    /// <summary>Finds a name as an element of this group sees it, then as its surroundings do.</summary>
    internal Found? Find(NamePath path) => Look(path, 0, root: true) ?? Owner.Scope.Find(path);

    /// <summary>Finds a name inside this group, as <c>DynamicItemGetterContext</c> does: from outside with the name alone, from inside after a prefix.</summary>
    internal Found? Look(NamePath path, int from, bool root)
    {
        var left = path.Steps.Length - from;
        if (left == 0)
        {
            return null;
        }

        var first = path.Steps[from].Name;
        if (left == 1)
        {
            return Item(first) ?? (Is(first, Word) ? null : root ? null : Inside(path, from));
        }

        var shift = Is(first, Word == "panel" ? "prevPanel" : "prevRow") ? -1 : Is(first, Word == "panel" ? "nextPanel" : "nextRow") ? 1 : 0;
        if (shift != 0)
        {
            var shown = Owner.GroupList.FindAll(group => group.Visible);
            var at = shown.IndexOf(this) + shift;
            return at < 0 || at >= shown.Count ? new Found(null) : shown[at].Inside(path, from + 1);
        }

        if (Is(first, "parentPanel") && Word == "panel" && Owner.Item is { } around)
        {
            return around.Inside(path, from + 1);
        }

        return Is(first, Word) ? Inside(path, from + 1) : root ? null : Inside(path, from);
    }

    private static bool Is(string name, string word) => string.Equals(name, word, StringComparison.OrdinalIgnoreCase);

    private Found? Inside(NamePath path, int from) => ElementView.Among(All, path, from, longest: false) ?? path.Dig(Values, from);

    private Found? Item(string name)
    {
        if (Word == "panel")
        {
            return Is(name, "panelIndex") ? Counted(Index)
                : Is(name, "visiblePanelIndex") ? Counted(Owner.GroupList.FindAll(group => group.Visible).IndexOf(this))
                : null;
        }

        return Is(name, "rowIndex") ? new Found(Index + 1d)
            : Is(name, "visibleRowIndex") ? new Found(Owner.GroupList.FindAll(group => group.Visible).IndexOf(this) + 1d)
            : Row is null ? null
            : Is(name, "item") || Is(name, "rowName") || Is(name, "rowValue") ? new Found(Js.From(Row.Source))
            : Is(name, "rowTitle") ? new Found(Title)
            : null;

        static Found? Counted(int index) => new Found((double)index, value => value is double number and > -1 ? number + 1 : value);
    }
}
