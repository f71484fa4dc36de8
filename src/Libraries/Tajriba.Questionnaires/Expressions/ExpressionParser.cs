using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>Reads the grammar of survey-core 3.1 (its expressions.pegjs), with bounded depth.</summary>
internal sealed partial class ExpressionParser
{
    private readonly string text;
    private int at;
    private int depth;
    private int furthest;

    private ExpressionParser(string text) => this.text = text;

    public List<NamePath> Variables { get; } = [];

    public List<string> UnknownFunctions { get; } = [];

    /// <summary>Whether a function is called whose arguments hold no name, so that no change of an answer tells when to run it.</summary>
    public bool CallsWithoutNames { get; private set; }

    public bool TooDeep { get; private set; }

    public static (ExpressionParser Parser, Node? Root, int? Fault) Read(string source)
    {
        var patched = source
            .Replace("=>", ">=", StringComparison.Ordinal)
            .Replace("=<", "<=", StringComparison.Ordinal)
            .Replace("<>", "!=", StringComparison.Ordinal)
            .Replace("equals", "equal ", StringComparison.Ordinal);
        var parser = new ExpressionParser(patched);
        var parsed = parser.Expression(out var root);
        return (parser, root, parsed && parser.at == patched.Length && !parser.TooDeep ? null : Math.Min(Math.Max(parser.furthest, parser.at), source.Length));
    }

    private bool Expression(out Node? node)
    {
        node = null;
        if (++depth > DefinitionLimits.ExpressionDepth)
        {
            TooDeep = true;
            depth--;
            return false;
        }

        Space();
        var read = Chain(out node, Conjunction, () => Sign("||", "or"), _ => Operators.Or);
        Space();
        depth--;
        return read;
    }

    private bool Conjunction(out Node? node) => Chain(out node, Comparison, () => Sign("&&", "and"), _ => Operators.And);

    private bool Comparison(out Node? node) => Chain(out node, Sum, Comparable, Compare);

    private bool Sum(out Node? node) => Chain(out node, Product, () => Peek('+') ?? Peek('-'), Calculate);

    private bool Product(out Node? node) => Chain(out node, Power, () => Peek('*') ?? Peek('/') ?? Peek('%'), Calculate);

    private bool Power(out Node? node) => Chain(out node, Membership, () => Sign("^", "power") is null ? null : "^", Calculate);

    private bool Membership(out Node? node)
    {
        if (!Factor(out node))
        {
            return false;
        }

        while (true)
        {
            var start = at;
            Space();
            if (Member() is not { } name)
            {
                at = start;
                return true;
            }

            Space();
            var before = at;
            if (!Factor(out var right))
            {
                at = before;
                right = null;
            }

            node = new BinaryNode(node, right, Belongs(name));
        }
    }

    private bool Factor(out Node? node)
    {
        var start = at;
        if (Take('('))
        {
            if (Expression(out node))
            {
                Take(')');
                return true;
            }

            at = start;
        }

        return Call(out node) || Unary(out node) || Atom(out node) || Array(out node);
    }

    private bool Call(out Node? node)
    {
        node = null;
        var start = at;
        if (Word() is not { } name || !Take('('))
        {
            at = start;
            return false;
        }

        var before = Variables.Count;
        var arguments = Sequence();
        Take(')');
        CallsWithoutNames |= Variables.Count == before;
        if (Functions.Find(name) is not { } function)
        {
            UnknownFunctions.Add(name);
            return true;
        }

        node = new CallNode(function, arguments);
        return true;
    }

    private bool Unary(out Node? node)
    {
        var start = at;
        if (Take('!') || Take("negate"))
        {
            Space();
            if (Factor(out var operand))
            {
                node = new UnaryNode(operand, value => !Js.Truthy(value));
                return true;
            }

            at = start;
        }

        if (Atom(out var atom))
        {
            Space();
            if (Take("empty"))
            {
                node = new UnaryNode(atom, Js.Empty);
                return true;
            }

            if (Take("notempty"))
            {
                node = new UnaryNode(atom, value => !Js.Empty(value));
                return true;
            }
        }

        node = null;
        at = start;
        return false;
    }

    private bool Atom(out Node? node)
    {
        var start = at;
        node = null;
        Space();
        if (TakeExact("undefined") || TakeExact("null"))
        {
            return true;
        }

        if (Constant(out var value))
        {
            node = new ConstantNode(value);
            return true;
        }

        if (Take('{'))
        {
            var from = at;
            while (at < text.Length && text[at] is not ('{' or '}'))
            {
                at++;
            }

            if (at > from && at < text.Length && text[at] == '}')
            {
                var name = text[from..at++];
                var asIs = name.Length > 1 && name[0] == '#';
                var path = NamePath.Parse(asIs ? name[1..] : name);
                Variables.Add(path);
                node = new VariableNode(path, asIs);
                return true;
            }
        }

        Reached();
        at = start;
        return false;
    }

    private bool Constant(out object? value)
    {
        if (Take("true"))
        {
            value = true;
            return true;
        }

        if (Take("false"))
        {
            value = false;
            return true;
        }

        if (Number(out var number))
        {
            value = number;
            return true;
        }

        if (Word() is { } word)
        {
            value = VariableNode.Correct(word);
            return true;
        }

        return Quoted('\'', out value) || Quoted('"', out value);
    }

    private bool Quoted(char quote, out object? value)
    {
        value = null;
        var start = at;
        if (!Take(quote))
        {
            return false;
        }

        var characters = new System.Text.StringBuilder();
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '\'' or '"')
            {
                characters.Append(text[at + 1]);
                at += 2;
            }
            else if (text[at] is '\'' or '"')
            {
                break;
            }
            else
            {
                characters.Append(text[at++]);
            }
        }

        if (Take(quote))
        {
            value = characters.ToString();
            return true;
        }

        Reached();
        at = start;
        return false;
    }

    private bool Number(out double number)
    {
        number = 0;
        var start = at;
        if (TakeExact("0x"))
        {
            var from = at;
            if (Digits())
            {
                number = (double)ulong.Parse(text.AsSpan(from, Math.Min(at - from, 15)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                return true;
            }

            at = start;
        }

        var negative = Take('-');
        var begin = at;
        if (Digits())
        {
            var whole = at;
            if (Take('.') && Digits())
            {
                number = double.Parse(text.AsSpan(begin, at - begin), CultureInfo.InvariantCulture);
            }
            else
            {
                at = text[begin] == '0' ? begin + 1 : whole;
                number = double.Parse(text.AsSpan(begin, at - begin), CultureInfo.InvariantCulture);
            }

            number = negative ? -number : number;
            return true;
        }

        at = start;
        return false;
    }

    private bool Array(out Node? node)
    {
        node = null;
        var start = at;
        if (Take('['))
        {
            var items = Sequence();
            if (Take(']'))
            {
                node = new ListNode(items);
                return true;
            }
        }

        at = start;
        return false;
    }

    private List<Node?> Sequence()
    {
        var items = new List<Node?>();
        var any = Expression(out var first);
        if (any)
        {
            items.Add(first);
        }

        while (true)
        {
            var start = at;
            Space();
            if (!Take(','))
            {
                at = start;
                return items;
            }

            Space();
            if (!Expression(out var item))
            {
                at = start;
                return items;
            }

            if (any)
            {
                items.Add(item);
            }
        }
    }

    private delegate bool Rule(out Node? node);

    private bool Chain(out Node? node, Rule operand, Func<string?> sign, Func<string, Func<object?, object?, object?>> apply)
    {
        if (!operand(out node))
        {
            return false;
        }

        while (true)
        {
            var start = at;
            Space();
            if (sign() is not { } name)
            {
                Reached();
                at = start;
                return true;
            }

            Space();
            if (!operand(out var right))
            {
                Reached();
                at = start;
                return true;
            }

            node = name is "=" or "!=" ? new EqualityNode(node, right, name == "=") : new BinaryNode(node, right, apply(name));
        }
    }
}
