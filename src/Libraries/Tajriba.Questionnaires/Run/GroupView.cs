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
        if (Js.Empty(value))
        {
            Values.Remove(name);
        }
        else
        {
            Values[name] = value;
        }

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
    internal bool Find(NamePath path, out object? value, out ElementView? holder)
    {
        holder = null;
        if (Item(path, out value))
        {
            return true;
        }

        var steps = path.Steps;
        if (steps.Length > 1)
        {
            var shift = path.StartsWith(Word == "panel" ? "prevPanel" : "prevRow") ? -1 : path.StartsWith(Word == "panel" ? "nextPanel" : "nextRow") ? 1 : 0;
            if (shift != 0)
            {
                var shown = Owner.GroupList.FindAll(group => group.Visible);
                var at = shown.IndexOf(this) + shift;
                return at < 0 || at >= shown.Count || shown[at].Member(path, 1, out value, out holder);
            }

            if (path.StartsWith("parentPanel") && Word == "panel" && Owner.Item is { } around)
            {
                return around.Member(path, 1, out value, out holder);
            }

            if (path.StartsWith(Word) && Member(path, 1, out value, out holder))
            {
                return true;
            }
        }

        return Owner.Scope.Find(path, out value, out holder);
    }

    /// <summary>Finds a name inside this group only.</summary>
    internal bool Member(NamePath path, int from, out object? value, out ElementView? holder)
    {
        for (var at = path.Reach(from); at >= from; at--)
        {
            var name = path.Join(from, at);
            foreach (var view in All)
            {
                if (view.Element is Question question && string.Equals(question.ValueName, name, StringComparison.OrdinalIgnoreCase))
                {
                    if (view.Resolve(path, at + 1, path.Steps[at].Index, out value, out holder))
                    {
                        return true;
                    }

                    at = from;
                    break;
                }
            }
        }

        holder = null;
        return path.Dig(Values, from, out value);
    }

    private bool Item(NamePath path, out object? value)
    {
        value = null;
        if (path.Steps.Length != 1)
        {
            return false;
        }

        if (Word == "panel")
        {
            value = path.StartsWith("panelIndex") ? (double)Index
                : path.StartsWith("visiblePanelIndex") ? (double)Owner.GroupList.FindAll(group => group.Visible).IndexOf(this)
                : null;
        }
        else
        {
            value = path.StartsWith("rowIndex") ? Index + 1d
                : path.StartsWith("visibleRowIndex") ? Owner.GroupList.FindAll(group => group.Visible).IndexOf(this) + 1d
                : path.StartsWith("item") || path.StartsWith("rowName") || path.StartsWith("rowValue") ? Row is null ? null : Js.From(Row.Source)
                : path.StartsWith("rowTitle") ? Row is null ? null : Title
                : null;
        }

        return value is not null;
    }
}
