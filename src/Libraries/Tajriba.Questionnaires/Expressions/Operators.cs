using System.Globalization;

namespace Tajriba.Questionnaires;

/// <summary>The operators of expressions, as <c>OperandMaker</c> of survey-core 3.1 has them.</summary>
internal static class Operators
{
    public static readonly Func<object?, object?, object?> And = (a, b) => Filled(a, b) is var left && Js.Truthy(left) ? Filled(b, left) : left;

    public static readonly Func<object?, object?, object?> Or = (a, b) => Filled(a, b) is var left && Js.Truthy(left) ? left : Filled(b, left);

    public static object? Arithmetic(char sign, object? a, object? b)
    {
        a = Filled(a, b);
        b = Filled(b, a);
        return sign switch
        {
            '+' => Plus(a, b),
            '-' => Rounded(Js.Coerce(a) - Js.Coerce(b), Math.Max(Decimals(a), Decimals(b))),
            '*' => Rounded(Js.Coerce(a) * Js.Coerce(b), Decimals(a) + Decimals(b)),
            '/' => Js.Truthy(b) ? Js.Coerce(a) / Js.Coerce(b) : Null.Value,
            '%' => Js.Truthy(b) ? Js.Coerce(a) % Js.Coerce(b) : Null.Value,
            _ => Math.Pow(Js.Coerce(a), Js.Coerce(b)),
        };
    }

    public static bool Equal(object? left, object? right, bool ordered = false)
    {
        (left, right) = Js.Dates(left, right);
        return Js.Same(left is "undefined" ? null : left, right is "undefined" ? null : right, ignoreOrder: !ordered);
    }

    public static bool Contains(object? left, object? right, bool wanted)
    {
        switch (left)
        {
            case List<object?> { Count: 0 }:
                return !wanted;
            case null or Null or "":
                return false;
            case double number when double.IsNaN(number):
                return false;
            case List<object?> list:
                var sought = right as List<object?> ?? [right];
                return sought.All(item => list.Exists(member => Equal(member, item))) == wanted;
            default:
                return Js.Truthy(right)
                    && Js.Text(left).ToLowerInvariant().Contains(Js.Text(right).ToLowerInvariant(), StringComparison.Ordinal) == wanted;
        }
    }

    public static bool NotContains(object? left, object? right)
        => (!Js.Truthy(left) && !Js.Empty(right)) || Contains(left, right, wanted: false);

    public static bool AnyOf(object? left, object? right)
    {
        if (Js.Empty(left))
        {
            return Js.Empty(right);
        }

        if (Js.Empty(right))
        {
            return true;
        }

        if (left is not List<object?>)
        {
            return Contains(right, left, wanted: true);
        }

        return right is List<object?> items ? items.Exists(item => Contains(left, item, wanted: true)) : Contains(left, right, wanted: true);
    }

    public static bool AllOf(object? left, object? right)
    {
        if (!Js.Truthy(left) && !Js.Empty(right))
        {
            return false;
        }

        return right is List<object?> items ? items.TrueForAll(item => Contains(left, item, wanted: true)) : Contains(left, right, wanted: true);
    }

    public static double Sum(double total, object? value)
        => Rounded(total + Js.Coerce(value), Math.Max(Decimals(total), Decimals(value)));

    /// <summary>JavaScript's plus with the rounding of survey-core: what is no number is joined as text.</summary>
    public static object? Add(object? total, object? value)
    {
        if (total is string or List<object?> or Record or DateTime || value is string or List<object?> or Record or DateTime)
        {
            return Js.Text(total) + Js.Text(value);
        }

        return Rounded(Js.Coerce(total) + Js.Coerce(value), Math.Max(Decimals(total), Decimals(value)));
    }

    public static int Decimals(object? value)
    {
        if (value is bool or null || Js.Number(value) is var number && (double.IsNaN(number) || (value is double && Math.Floor(number) == number)))
        {
            return 0;
        }

        var text = Js.Text(value);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? 0 : text.Length - dot - 1;
    }

    public static double Rounded(double value, int decimals)
        => decimals is > 0 and <= 100 && double.IsFinite(value)
            ? double.Parse(value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : value;

    /// <summary>An empty side takes the nature of the other.</summary>
    private static object? Filled(object? value, object? other)
    {
        if (!Js.Empty(value))
        {
            return value;
        }

        return (value, other) switch
        {
            (_, double) => 0d,
            (string, _) => value,
            (_, string) => "",
            (_, List<object?>) => new List<object?>(),
            _ => 0d,
        };
    }

    private static object? Plus(object? a, object? b)
    {
        var (left, right) = (Js.Number(a), Js.Number(b));
        if (!double.IsNaN(left) && !double.IsNaN(right))
        {
            return a is string or List<object?> || b is string or List<object?>
                ? Js.Text(a) + Js.Text(b)
                : Rounded(Js.Coerce(a) + Js.Coerce(b), Math.Max(Decimals(a), Decimals(b)));
        }

        switch (a, b)
        {
            case (List<object?> x, List<object?> y):
                return x.Concat(y).ToList();
            case (List<object?> x, string y):
                return string.Join(", ", x.Select(Js.Text)) + y;
            case (string x, List<object?> y):
                return x + string.Join(", ", y.Select(Js.Text));
            case (List<object?> x, double y):
                return Sum(x.OfType<double>().Aggregate(0d, (total, item) => Sum(total, item)), y);
            case (double x, List<object?> y):
                return Sum(y.OfType<double>().Aggregate(0d, (total, item) => Sum(total, item)), x);
            case (double or bool, double or bool):
                return Js.Coerce(a) + Js.Coerce(b);
            default:
                return Js.Text(a) + Js.Text(b);
        }
    }
}
