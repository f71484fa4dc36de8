using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>
/// Values as expressions see them: null (for JavaScript's undefined), <see cref="Null"/>, bool, double, string, DateTime (local),
/// <see cref="List{T}"/> and <see cref="Record"/>, with the conversions of JavaScript and of the Helpers of survey-core 3.1.
/// </summary>
internal static partial class Js
{
    public static object? From(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonArray array:
                return array.Select(From).ToList();
            case JsonObject json:
                var record = new Record();
                foreach (var (name, value) in json)
                {
                    record[name] = From(value);
                }

                return record;
            default:
                return node.GetValueKind() switch
                {
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    JsonValueKind.Number => double.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
                    JsonValueKind.String => node.ToString(),
                    _ => null,
                };
        }
    }

    public static JsonNode? ToJson(object? value)
    {
        switch (value)
        {
            case bool flag:
                return JsonValue.Create(flag);
            case double number:
                return double.IsFinite(number) ? Number(number) : null;
            case string text:
                return JsonValue.Create(text);
            case DateTime date:
                return JsonValue.Create(DateText(date));
            case List<object?> list:
                return new JsonArray([.. list.Select(ToJson)]);
            case Record record:
                var json = new JsonObject();
                foreach (var (name, member) in record)
                {
                    json[name] = ToJson(member);
                }

                return json;
            default:
                return null;
        }
    }

    /// <summary>A copy that shares nothing that changes.</summary>
    public static object? Copy(object? value)
    {
        switch (value)
        {
            case List<object?> list:
                return list.ConvertAll(Copy);
            case Record record:
                var copy = new Record();
                foreach (var (name, member) in record)
                {
                    copy[name] = Copy(member);
                }

                return copy;
            default:
                return value;
        }
    }

    /// <summary>What a formula's result becomes as an answer: dates become text.</summary>
    public static object? Answer(object? value, bool withTime = false)
        => value is Null ? null : value is DateTime date ? (withTime ? date.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : DateText(date)) : Copy(value);

    public static bool Empty(object? value) => value switch
    {
        null or Null => true,
        string text => text.Length == 0,
        double number => double.IsNaN(number),
        List<object?> list => list.Count == 0,
        Record record => record.Values.All(Empty),
        _ => false,
    };

    /// <summary>Empty as a question sees it: a text of blanks is no answer.</summary>
    public static bool Blank(object? value) => value is string text ? string.IsNullOrWhiteSpace(text) : Empty(value);

    public static bool Truthy(object? value) => value switch
    {
        null or Null => false,
        bool flag => flag,
        string text => text.Length > 0,
        double number => number != 0 && !double.IsNaN(number),
        _ => true,
    };

    public static string Text(object? value) => value switch
    {
        null or Null => "",
        bool flag => flag ? "true" : "false",
        string text => text,
        double number => NumberText(number),
        DateTime date => DateText(date),
        List<object?> list => string.Join(',', list.Select(Text)),
        _ => "[object Object]",
    };

    public static string NumberText(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        var size = Math.Abs(number);
        if (size is 0 or (>= 1e-6 and < 1e21))
        {
            var plain = number.ToString("R", CultureInfo.InvariantCulture);
            return plain.Contains('E', StringComparison.Ordinal)
                ? decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                    ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
                    : number.ToString("F0", CultureInfo.InvariantCulture)
                : plain;
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
        return text.Replace("e-0", "e-", StringComparison.Ordinal).Replace("e+0", "e+", StringComparison.Ordinal);
    }

    public static string DateText(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The number that a value plainly is, as <c>Helpers.getNumber</c>; NaN if none.</summary>
    public static double Number(object? value)
    {
        switch (value)
        {
            case double number:
                return double.IsFinite(number) ? number : double.NaN;
            case List<object?> { Count: 1 } list:
                return list[0] is bool or null ? double.NaN : Number(list[0]);
            case string text:
                text = text.Trim();
                if (text.StartsWith("0x", StringComparison.Ordinal))
                {
                    return text.Length <= 32 ? Coerce(text) : double.NaN;
                }

                if (text.Length == 0 || (text.Length > 15 && text.All(char.IsAsciiDigit)))
                {
                    return double.NaN;
                }

                var comma = text.IndexOf(',', StringComparison.Ordinal);
                if (comma >= 0 && text.IndexOf(',', comma + 1) < 0)
                {
                    text = text.Replace(',', '.');
                }

                return Plain(text);
            default:
                return double.NaN;
        }
    }

    public static bool IsNumber(object? value) => !double.IsNaN(Number(value));

    /// <summary>JavaScript's <c>Number(value)</c>.</summary>
    public static double Coerce(object? value) => value switch
    {
        Null => 0,
        bool flag => flag ? 1 : 0,
        double number => number,
        DateTime date => (date - DateTime.UnixEpoch).TotalMilliseconds,
        string text => text.Trim() is { Length: > 0 } trimmed ? Literal(trimmed) : 0,
        List<object?> list => Coerce(Text(list)),
        _ => double.NaN,
    };

    private static double Literal(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : double.NaN;
        }

        if (text.Length is > 2 and < 60 && text[0] == '0' && char.ToLowerInvariant(text[1]) is 'b' or 'o')
        {
            var two = char.ToLowerInvariant(text[1]) == 'b';
            return text.AsSpan(2).IndexOfAnyExceptInRange('0', two ? '1' : '7') < 0
                ? text.AsSpan(2).ToString().Aggregate(0d, (number, digit) => (number * (two ? 2 : 8)) + (digit - '0'))
                : double.NaN;
        }

        return text switch
        {
            "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => Plain(text),
        };
    }

    private static double Plain(string text)
        => (char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.')
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : double.NaN;

    private static JsonValue Number(double number)
        => number == Math.Floor(number) && Math.Abs(number) < 9_007_199_254_740_992 ? JsonValue.Create((long)number) : JsonValue.Create(number);
}
