namespace Tajriba.Questionnaires;

/// <summary>A value with a name, computed from answers.</summary>
public sealed class CalculatedValue
{
    internal CalculatedValue(Reader reader)
    {
        Name = reader.Name();
        Formula = reader.Expression("expression");
        IncludeIntoResult = reader.Bool("includeIntoResult");
    }

    /// <summary>The name that expressions and texts use.</summary>
    public string Name { get; }

    /// <summary>The formula.</summary>
    public Expression? Formula { get; }

    /// <summary>Whether it is kept among the answers.</summary>
    public bool IncludeIntoResult { get; }
}
