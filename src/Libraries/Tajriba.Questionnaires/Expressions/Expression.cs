namespace Tajriba.Questionnaires;

/// <summary>A condition or a formula of a definition, parsed once.</summary>
public sealed class Expression
{
    internal Expression(string text) => Text = text;

    /// <summary>The expression as written: <c>{age} >= 18 and {city} = 'Tabriz'</c>.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
