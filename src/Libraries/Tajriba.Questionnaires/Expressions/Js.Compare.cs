using System.Globalization;

namespace Tajriba.Questionnaires;

internal static partial class Js
{
    /// <summary><c>Helpers.isTwoValueEquals</c>: texts without case and outer blanks unless exact, numbers and their texts alike.</summary>
    public static bool Same(object? x, object? y, bool ignoreOrder = false, bool exact = false)
    {
        if (Hollow(x) || Hollow(y))
        {
            return (x, y) switch
            {
                (null or Null, null or Null) => true,
                (null, List<object?> { Count: 0 }) or (List<object?> { Count: 0 }, null) => true,
                (null or Null, string text) => text.Length == 0,
                (string text, null or Null) => text.Length == 0,
                _ => false,
            };
        }

        switch (x, y)
        {
            case (string a, string b):
                return exact ? a == b : string.Equals(a.Trim().ToLowerInvariant(), b.Trim().ToLowerInvariant(), StringComparison.Ordinal);
            case (DateTime a, DateTime b):
                return a == b;
            case (List<object?> a, List<object?> b):
                return SameLists(a, b, ignoreOrder, exact);
            case (Record a, Record b):
                return a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var other) && Same(pair.Value, other, ignoreOrder, exact));
            case (bool a, string b):
                return Text(a) == b.ToLowerInvariant();
            case (string a, bool b):
                return Text(b) == a.ToLowerInvariant();
            case (double or bool or string, double or bool or string):
                return x is not "" && y is not "" && Coerce(x) == Coerce(y);
            default:
                return false;
        }
    }

    private static bool Hollow(object? value) => value is null or Null;

    public static bool Less(object? left, object? right)
    {
        if (Hollow(left) || Hollow(right))
        {
            return false;
        }

        (left, right) = Dates(left, right);
        return Before(left, right);
    }

    /// <summary>JavaScript's less-than.</summary>
    public static bool Before(object? left, object? right)
    {
        left = left is List<object?> or Record ? Text(left) : left;
        right = right is List<object?> or Record ? Text(right) : right;
        return left is string a && right is string b ? string.CompareOrdinal(a, b) < 0 : Coerce(left) < Coerce(right);
    }

    /// <summary>Where a date meets a text, both are cut to what the text tells.</summary>
    public static (object? Left, object? Right) Dates(object? left, object? right)
    {
        switch (left, right)
        {
            case (string text, DateTime date):
                var cut = Cut(date, text);
                return (Date(text) is { } day ? (cut.TimeOfDay == TimeSpan.Zero ? day.Date : day) : double.NaN, cut);
            case (DateTime date, string text):
                var (b, a) = Dates(text, date);
                return (a, b);
            default:
                return (left, right);
        }
    }

    /// <summary>A date from what an answer or a formula holds; null if it is none.</summary>
    public static DateTime? Date(object? value)
    {
        switch (value)
        {
            case DateTime date:
                return date;
            case double milliseconds when Math.Abs(milliseconds) < 8.64e15 && milliseconds > -62_135_596_800_000 && milliseconds < 253_402_300_800_000:
                return DateTime.UnixEpoch.AddMilliseconds(milliseconds);
            case string text:
                return DateTime.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var exact)
                    || (!IsNumber(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out exact))
                    ? DateTime.SpecifyKind(exact, DateTimeKind.Unspecified)
                    : null;
            default:
                return null;
        }
    }

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK",
    ];

    private static DateTime Cut(DateTime date, string text)
    {
        date = date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));
        return text.Length switch
        {
            < 11 => date.Date,
            < 14 => date.Date.AddHours(date.Hour),
            < 17 => date.AddSeconds(-date.Second),
            _ => date,
        };
    }

    private static bool SameLists(List<object?> x, List<object?> y, bool ignoreOrder, bool exact)
    {
        if (x.Count != y.Count)
        {
            return false;
        }

        if (ignoreOrder)
        {
            x = [.. x.OrderBy(Text, StringComparer.Ordinal)];
            y = [.. y.OrderBy(Text, StringComparer.Ordinal)];
        }

        for (var i = 0; i < x.Count; i++)
        {
            if (!Same(x[i], y[i], ignoreOrder, exact))
            {
                return false;
            }
        }

        return true;
    }
}
