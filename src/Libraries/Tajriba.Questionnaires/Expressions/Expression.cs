namespace Tajriba.Questionnaires;

/// <summary>A condition or a formula of a definition, parsed once.</summary>
public sealed class Expression
{
    private readonly Node? root;
    private readonly IReadOnlyList<NamePath> variables;

    private Expression(string text, Node? root, ExpressionParser parser)
    {
        Text = text;
        this.root = root;
        variables = parser.Variables;
        CallsWithoutNames = parser.CallsWithoutNames;
    }

    /// <summary>The expression as written: <c>{age} >= 18 and {city} = 'Tabriz'</c>.</summary>
    public string Text { get; }

    /// <summary>Names it looks up, as written between braces.</summary>
    public IEnumerable<string> Names => variables.Select(path => path.Text).Distinct(StringComparer.Ordinal);

    internal IReadOnlyList<NamePath> Variables => variables;

    internal bool CallsWithoutNames { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static Expression? Parse(string text, Action<DefinitionFaultCode, string[]> fault)
    {
        var (parser, root, position) = ExpressionParser.Read(text);
        if (position is { } at)
        {
            fault(DefinitionFaultCode.BadExpression, [text, at.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            return null;
        }

        foreach (var name in parser.UnknownFunctions)
        {
            fault(DefinitionFaultCode.UnknownFunction, [name, text]);
        }

        return parser.UnknownFunctions.Count > 0 ? null : new Expression(text, root, parser);
    }

    internal object? Evaluate(Scope scope) => scope.Run.Spend(Text.Length) ? root?.Evaluate(scope) : null;

    /// <summary>Whether it is true in the loose way of JavaScript's <c>== true</c>.</summary>
    internal bool Holds(Scope scope) => Evaluate(scope) switch
    {
        bool flag => flag,
        double number => number == 1,
        string text => Js.Number(text) == 1,
        _ => false,
    };
}
