namespace Tajriba.Questionnaires;

/// <summary>Where an expression looks names up.</summary>
internal abstract class Scope
{
    /// <summary>The run the expression belongs to.</summary>
    public abstract QuestionnaireRun Run { get; }

    /// <summary>The element it belongs to, if to one.</summary>
    public virtual ElementView? Owner => null;

    /// <summary>Finds a value; where an element holds it, that too, so that its display text can be asked for.</summary>
    public abstract bool Find(NamePath path, out object? value, out ElementView? holder);
}
