namespace Tajriba.Questionnaires;

internal sealed partial class ExpressionParser
{
    private string? Comparable()
        => Sign("<=", "lessorequal") is not null ? "<="
            : Sign(">=", "greaterorequal") is not null ? ">="
            : Sign("==", "equal") is not null || Take('=') ? "="
            : Sign("!=", "notequal") is not null ? "!="
            : Sign("<", "less") is not null ? "<"
            : Sign(">", "greater") is not null ? ">"
            : null;

    private string? Member()
        => TakeExact("*=") || Take("contains") || Take("contain") ? "contains"
            : Take("notcontains") || Take("notcontain") ? "notcontains"
            : Take("anyof") ? "anyof"
            : Take("allof") ? "allof"
            : Take("noneof") ? "noneof"
            : null;

    private static Func<object?, object?, object?> Compare(string sign) => sign switch
    {
        "<" => (a, b) => Js.Less(a, b),
        ">" => (a, b) => Js.Less(b, a),
        "<=" => (a, b) => Operators.Equal(a, b) || Js.Less(a, b),
        _ => (a, b) => Operators.Equal(a, b) || Js.Less(b, a),
    };

    private static Func<object?, object?, object?> Calculate(string sign) => (a, b) => Operators.Arithmetic(sign[0], a, b);

    private static Func<object?, object?, object?> Belongs(string name) => name switch
    {
        "contains" => (a, b) => Operators.Contains(a, b, wanted: true),
        "notcontains" => (a, b) => Operators.NotContains(a, b),
        "anyof" => (a, b) => Operators.AnyOf(a, b),
        "allof" => (a, b) => Operators.AllOf(a, b),
        _ => (a, b) => !Operators.AnyOf(a, b),
    };

    private string? Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_' || (at > start && char.IsAsciiDigit(text[at]))))
        {
            at++;
        }

        return at > start ? text[start..at] : null;
    }

    private bool Digits()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start;
    }

    private void Space()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }
    }

    private string? Sign(string sign, string word) => TakeExact(sign) || Take(word) ? sign : null;

    private string? Peek(char sign) => Take(sign) ? sign.ToString() : null;

    private bool Take(char character)
    {
        if (at < text.Length && text[at] == character)
        {
            at++;
            return true;
        }

        return false;
    }

    private bool Take(string word) => Take(word, StringComparison.OrdinalIgnoreCase);

    private bool TakeExact(string word) => Take(word, StringComparison.Ordinal);

    private bool Take(string word, StringComparison comparison)
    {
        if (string.Compare(text, at, word, 0, word.Length, comparison) == 0)
        {
            at += word.Length;
            return true;
        }

        return false;
    }

    private void Reached() => furthest = Math.Max(furthest, at);
}
