namespace Tajriba.Questionnaires;

/// <summary>Where an expression looks names up.</summary>
internal abstract class Scope
{
    /// <summary>The run the expression belongs to.</summary>
    public abstract QuestionnaireRun Run { get; }

    /// <summary>The element it belongs to, if to one.</summary>
    public virtual ElementView? Owner => null;

    /// <summary>What a name stands for here; null if nothing does.</summary>
    public abstract Found? Find(NamePath path);
}
