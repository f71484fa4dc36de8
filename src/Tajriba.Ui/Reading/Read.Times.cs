using System.Globalization;
using System.Text.RegularExpressions;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui;

public sealed partial class Read
{
    private static readonly double[] UnitSeconds = [86400, 3600, 60, 1, 0.001];

    private static readonly Dictionary<string, (int Month, bool Jalali)> Months = MonthNames();

    private static readonly Dictionary<string, double> Units = UnitNames();

    /// <summary>
    /// A date: "2026-11-22", "22 November 2026", "۱۴۰۵/۰۹/۰۱", "۱ آذر ۱۴۰۵". Years before 1700 are Jalali, later ones
    /// Gregorian; a month's name says its calendar.
    /// </summary>
    public DateOnly? Date(string? text)
    {
        var plain = Plain(text);
        var match = NumericDate().Match(plain);
        if (match.Success)
        {
            return Day(Int(match.Groups[1]), Int(match.Groups[2]), Int(match.Groups[3]), null);
        }

        match = NamedDate().Match(plain);
        return match.Success && Months.TryGetValue(match.Groups[2].Value.ToLowerInvariant(), out var named)
            ? Day(Int(match.Groups[3]), named.Month, Int(match.Groups[1]), named.Jalali)
            : null;
    }

    /// <summary>A moment in the reader's zone: a date, alone (midnight) or followed by "14:05" or "14:05:09"; ISO 8601 with an offset too.</summary>
    public DateTimeOffset? DateTime(string? text)
    {
        var plain = Plain(text);
        if (plain.Length > 10 && plain[4] == '-' && IsoWithOffset().IsMatch(plain)
            && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return instant;
        }

        var match = TrailingTime().Match(plain);
        var time = TimeSpan.Zero;
        if (match.Success)
        {
            var (hour, minute, second) = (Int(match.Groups[1]), Int(match.Groups[2]), match.Groups[3].Success ? Int(match.Groups[3]) : 0);
            if (hour > 23 || minute > 59 || second > 59)
            {
                return null;
            }

            time = new TimeSpan(hour, minute, second);
            plain = plain[..match.Index].TrimEnd('T', ' ');
        }

        return Date(plain) is { } date ? At(date, time) : null;
    }

    /// <summary>The instant at which a day begins where the reader is.</summary>
    public DateTimeOffset StartOf(DateOnly date) => At(date, TimeSpan.Zero);

    /// <summary>A duration: "3 d 4 h", "۳ روز و ۴ ساعت", "1.5 h", "02:30" (hours and minutes).</summary>
    public TimeSpan? Duration(string? text)
    {
        var plain = Plain(text).ToLowerInvariant();
        var negative = plain.StartsWith('-');
        plain = plain.TrimStart('-').Trim();
        var clockwise = Clock().Match(plain);
        if (clockwise.Success)
        {
            return new TimeSpan(Int(clockwise.Groups[1]), Int(clockwise.Groups[2]), clockwise.Groups[3].Success ? Int(clockwise.Groups[3]) : 0);
        }

        double seconds = 0;
        var at = 0;
        foreach (Match part in DurationPart().Matches(plain))
        {
            if (part.Index != at || Number(part.Groups[1].Value) is not { } count || !Units.TryGetValue(part.Groups[2].Value.Trim(), out var unit))
            {
                return null;
            }

            seconds += (double)count * unit;
            at += part.Length;
        }

        return at == 0 || at != plain.Length || seconds > 3e11 ? null : TimeSpan.FromMilliseconds(Math.Round((negative ? -seconds : seconds) * 1000));
    }

    private static int Int(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static DateOnly? Day(int year, int month, int day, bool? jalali)
        => jalali ?? year < 1700 ? Jalali.ToDate(year, month, day)
            : year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= System.DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day)
            : null;

    private DateTimeOffset At(DateOnly date, TimeSpan time)
    {
        var local = date.ToDateTime(TimeOnly.MinValue) + time;
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static Dictionary<string, (int Month, bool Jalali)> MonthNames()
    {
        var names = new Dictionary<string, (int, bool)>(StringComparer.Ordinal);
        foreach (var tongue in Tongue.All)
        {
            foreach (var (list, jalali) in new[] { (tongue.JalaliMonths, true), (tongue.GregorianMonths, false), (tongue.GregorianMonthsShort, false) })
            {
                for (var i = 0; i < 12; i++)
                {
                    names.TryAdd(Plain(list[i]).ToLowerInvariant(), (i + 1, jalali));
                }
            }
        }

        return names;
    }

    private static Dictionary<string, double> UnitNames()
    {
        var names = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var tongue in Tongue.All)
        {
            for (var i = 0; i < UnitSeconds.Length; i++)
            {
                names.TryAdd(Plain(tongue.Units[i]), UnitSeconds[i]);
            }
        }

        foreach (var (name, seconds) in new (string, double)[]
        {
            ("day", 86400), ("days", 86400), ("hour", 3600), ("hours", 3600), ("hr", 3600), ("m", 60), ("minute", 60), ("minutes", 60),
            ("sec", 1), ("second", 1), ("seconds", 1), ("w", 604800), ("week", 604800), ("weeks", 604800), ("هفته", 604800), ("ساعة", 3600),
            ("ساعات", 3600), ("یوم", 86400), ("أیام", 86400), ("دقیقة", 60), ("دقائق", 60), ("ثانیة", 1), ("أسبوع", 604800),
        })
        {
            names.TryAdd(name, seconds);
        }

        return names;
    }

    [GeneratedRegex(@"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"^(\d{1,2})\.? (\p{L}+),? (\d{4})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedDate();

    [GeneratedRegex(@"[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TrailingTime();

    [GeneratedRegex(@"(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoWithOffset();

    [GeneratedRegex(@"^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\G(?:\s*(?:and\s+|و\s*)?)([\d.,]+)\s*([\p{L}][\p{L} ]*?)(?=\s*(?:and\s|و\s*\d|\d|$))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DurationPart();
}
