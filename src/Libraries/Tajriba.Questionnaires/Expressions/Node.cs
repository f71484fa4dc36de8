namespace Tajriba.Questionnaires;

/// <summary>A parsed expression.</summary>
internal abstract class Node
{
    public abstract object? Evaluate(Scope scope);

    /// <summary>A condition's name for a constant of an unquoted or quoted text; null otherwise.</summary>
    public virtual object? Constant => null;

    /// <summary>Whether it is the answer of a ranking, whose order counts in a comparison.</summary>
    public virtual bool Ordered(Scope scope) => false;
}

internal sealed class ConstantNode(object? value) : Node
{
    public override object? Constant => value;

    public override object? Evaluate(Scope scope) => value;
}

internal sealed class VariableNode(NamePath path, bool asIs) : Node
{
    public NamePath Path => path;

    /// <summary>What survey-core makes of a text that stands for a variable: true, false, numbers, quoted texts.</summary>
    public static object? Correct(object? value)
    {
        if (value is not string { Length: > 0 } text)
        {
            return value;
        }

        if (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length == 4;
        }

        if (text.Length > 1 && text[0] is '\'' or '"' && text[^1] is '\'' or '"')
        {
            return text.Length > 1 ? text[1..^1] : text;
        }

        var first = text[0];
        if (!char.IsAsciiDigit(first) && !char.IsWhiteSpace(first) && first is not ('+' or '-' or '.' or ','))
        {
            return text;
        }

        if (Js.Number(text) is var number && double.IsNaN(number))
        {
            return text;
        }

        if (first == '0' && !text.StartsWith("0x", StringComparison.Ordinal) && text.Length > 1
            && (text[1] is not ('.' or ',') || text.Length < 2))
        {
            return text;
        }

        return number;
    }

    public override object? Evaluate(Scope scope)
    {
        if (scope.Find(path) is not { } found)
        {
            return path.Text.EndsWith(".length", StringComparison.Ordinal) ? 0d : Null.Value;
        }

        return asIs ? found.Value : Correct(found.Value);
    }

    public override bool Ordered(Scope scope) => scope.Find(path) is { Ordered: true };
}

internal sealed class BinaryNode(Node? left, Node? right, Func<object?, object?, object?> apply) : Node
{
    public override object? Evaluate(Scope scope) => apply(Side(left, scope), Side(right, scope));

    internal static object? Side(Node? node, Scope scope) => node is null ? Null.Value : node.Evaluate(scope);
}

/// <summary><c>=</c> and <c>!=</c>: lists are the same in any order, except those that were ranked.</summary>
internal sealed class EqualityNode(Node? left, Node? right, bool wanted) : Node
{
    public override object? Evaluate(Scope scope)
    {
        var (a, b) = (BinaryNode.Side(left, scope), BinaryNode.Side(right, scope));
        var ordered = a is List<object?> && b is List<object?> && (left?.Ordered(scope) == true || right?.Ordered(scope) == true);
        return Operators.Equal(a, b, ordered) == wanted;
    }
}

internal sealed class UnaryNode(Node? operand, Func<object?, bool> apply) : Node
{
    public override object? Evaluate(Scope scope) => apply(BinaryNode.Side(operand, scope));
}

internal sealed class ListNode(IReadOnlyList<Node?> items) : Node
{
    public IReadOnlyList<Node?> Items => items;

    public override object? Evaluate(Scope scope)
    {
        var list = new List<object?>(items.Count);
        foreach (var item in items)
        {
            list.Add(BinaryNode.Side(item, scope));
        }

        return list;
    }
}

internal sealed class CallNode(Function function, IReadOnlyList<Node?> arguments) : Node
{
    public override object? Evaluate(Scope scope)
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryNode.Side(arguments[i], scope);
        }

        return function(new Call(values, arguments, scope));
    }
}

internal delegate object? Function(Call call);

internal readonly record struct Call(object?[] Values, IReadOnlyList<Node?> Nodes, Scope Scope)
{
    public object? this[int index] => index < Values.Length ? Values[index] : null;
}
