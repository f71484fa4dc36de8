namespace Tajriba.Questionnaires;

/// <summary>What an element sees: itself, the panel around it, the group it is in, then everything.</summary>
internal sealed class ElementScope(ElementView view) : Scope
{
    public override QuestionnaireRun Run => view.Run;

    public override ElementView? Owner => view;

    public override Found? Find(NamePath path)
        => (view.Element is Question ? view.Look(path, 0, null) : null) ?? (view.Item is { } group ? group.Find(path) : view.Run.Find(path));
}

/// <summary>What a group's own title or condition sees.</summary>
internal sealed class GroupScope(GroupView group) : Scope
{
    public override QuestionnaireRun Run => group.Owner.Run;

    public override ElementView? Owner => group.Owner;

    public override Found? Find(NamePath path) => group.Find(path);
}

/// <summary>What a choice sees: itself as <c>{item}</c>, then what its question sees.</summary>
internal sealed class ItemScope(object? item, Scope around) : Scope
{
    public override QuestionnaireRun Run => around.Run;

    public override ElementView? Owner => around.Owner;

    public override Found? Find(NamePath path)
        => path.Steps.Length == 1 && (path.StartsWith("item") || path.StartsWith("choice") || path.StartsWith("self"))
            ? new Found(item)
            : around.Find(path);
}

/// <summary>What pages, triggers and calculated values see.</summary>
internal sealed class RunScope(QuestionnaireRun run) : Scope
{
    public override QuestionnaireRun Run => run;

    public override Found? Find(NamePath path) => run.Find(path);
}
