namespace Tajriba.Questionnaires;

/// <summary>What an element sees: itself, the panel around it, the group it is in, then everything.</summary>
internal sealed class ElementScope(ElementView view) : Scope
{
    public override QuestionnaireRun Run => view.Run;

    public override ElementView? Owner => view;

    public override bool Find(NamePath path, out object? value, out ElementView? holder)
    {
        if (view.Element is Question)
        {
            if (path.Steps.Length == 1 && path.Steps[0].Index is null && path.Steps[0].Name == "self")
            {
                (value, holder) = (view.Current, view);
                return true;
            }

            if (path.Steps.Length > 1 && view.Parent is { } panel && path.Steps[0].Name == "panel" && InPanel(panel, path, out value, out holder))
            {
                return true;
            }

            holder = null;
            if (view.Current is Record or List<object?> && path.Dig(view.Current, 0, out value))
            {
                return true;
            }
        }

        return view.Item is { } group ? group.Find(path, out value, out holder) : view.Run.Find(path, out value, out holder);
    }

    private static bool InPanel(ElementView panel, NamePath path, out object? value, out ElementView? holder)
    {
        foreach (var inner in ElementView.Walk(panel.Elements))
        {
            if (inner.Element is Question question && string.Equals(question.ValueName, path.Steps[1].Name, StringComparison.OrdinalIgnoreCase))
            {
                return inner.Resolve(path, 2, path.Steps[1].Index, out value, out holder);
            }
        }

        value = null;
        holder = null;
        return false;
    }
}

/// <summary>What a group's own title or condition sees.</summary>
internal sealed class GroupScope(GroupView group) : Scope
{
    public override QuestionnaireRun Run => group.Owner.Run;

    public override ElementView? Owner => group.Owner;

    public override bool Find(NamePath path, out object? value, out ElementView? holder)
    {
        var found = group.Find(path, out value, out holder);
        return found;
    }
}

/// <summary>What a choice sees: itself as <c>{item}</c>, then what its question sees.</summary>
internal sealed class ItemScope(object? item, Scope around) : Scope
{
    public override QuestionnaireRun Run => around.Run;

    public override ElementView? Owner => around.Owner;

    public override bool Find(NamePath path, out object? value, out ElementView? holder)
    {
        if (path.Steps.Length == 1 && (path.StartsWith("item") || path.StartsWith("choice") || path.StartsWith("self")))
        {
            value = item;
            holder = null;
            return true;
        }

        return around.Find(path, out value, out holder);
    }
}

/// <summary>What pages, triggers and calculated values see.</summary>
internal sealed class RunScope(QuestionnaireRun run) : Scope
{
    public override QuestionnaireRun Run => run;

    public override bool Find(NamePath path, out object? value, out ElementView? holder) => run.Find(path, out value, out holder);
}
