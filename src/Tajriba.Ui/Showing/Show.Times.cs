using System.Globalization;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui;

public sealed partial class Show
{
    /// <summary>Today, where the reader is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()));

    /// <summary>A date in words: "22 November 2026", "۱ آذر ۱۴۰۵".</summary>
    public string Date(DateOnly date)
    {
        var (year, month, day) = Parts(date);
        return shape.Digits(Text(day)) + " " + MonthNames[month - 1] + " " + shape.Digits(Text(year));
    }

    /// <summary>The date, where the reader is, of an instant.</summary>
    public string Date(DateTimeOffset instant) => Date(DateOnly.FromDateTime(Local(instant)));

    /// <summary>A date for columns, year first: "2026-11-22", "۱۴۰۵/۰۹/۰۱".</summary>
    public string ShortDate(DateOnly date)
    {
        var (year, month, day) = Parts(date);
        return shape.Isolate(shape.Digits(Text(year, 4) + DateMark + Text(month, 2) + DateMark + Text(day, 2)));
    }

    public string ShortDate(DateTimeOffset instant) => ShortDate(DateOnly.FromDateTime(Local(instant)));

    /// <summary>Hour and minute, 24 hours, where the reader is: "14:05".</summary>
    public string Time(DateTimeOffset instant) => Clock(Local(instant), "HH:mm");

    /// <summary>A moment for columns: "2026-11-22 14:05", "۱۴۰۵/۰۹/۰۱ ۱۴:۰۵".</summary>
    public string DateTime(DateTimeOffset instant)
    {
        var local = Local(instant);
        return ShortDate(DateOnly.FromDateTime(local)) + " " + Clock(local, "HH:mm");
    }

    public string DateTime(DateTimeOffset? instant) => instant is { } i ? DateTime(i) : Nothing;

    /// <summary>As <see cref="DateTime(DateTimeOffset)"/>, with seconds.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var local = Local(instant);
        return ShortDate(DateOnly.FromDateTime(local)) + " " + Clock(local, "HH:mm:ss");
    }

    /// <summary>The month of a date in the reader's calendar: "November 2026", "آذر ۱۴۰۵".</summary>
    public string Month(DateOnly date)
    {
        var (year, month, _) = Parts(date);
        return MonthNames[month - 1] + " " + shape.Digits(Text(year));
    }

    /// <summary>A month of the reader's calendar by its number, from 1: "November", "آذر".</summary>
    public string MonthName(int month) => MonthNames[month - 1];

    /// <summary>The month of a date with a two-digit year, for the foot of a chart: "Nov 26", "آذر ۰۵".</summary>
    public string ShortMonth(DateOnly date)
    {
        var (year, month, _) = Parts(date);
        var names = Reader.Calendar == CalendarKind.Jalali ? tongue.JalaliMonths : tongue.GregorianMonthsShort;
        return names[month - 1] + " " + shape.Digits(Text(year % 100, 2));
    }

    public string Weekday(DateOnly date) => tongue.Weekdays[(int)date.DayOfWeek];

    /// <summary>How long something took, in its two largest units: "3 d 4 h", "۳ روز و ۴ ساعت".</summary>
    public string Duration(TimeSpan duration)
    {
        var size = duration.Duration();
        if (size < TimeSpan.FromMilliseconds(999.5))
        {
            return Signs(duration, Unit((long)Math.Round(size.TotalMilliseconds), 4));
        }

        var (first, second, unit) = size switch
        {
            { TotalSeconds: < 59.95 } => (-1, Math.Round(size.TotalSeconds, size.TotalSeconds < 9.95 ? 1 : 0), 3),
            { TotalSeconds: < 3599.5 } => Split(size.TotalSeconds, 60, 2),
            { TotalMinutes: < 1439.5 } => Split(size.TotalMinutes, 60, 1),
            _ => Split(size.TotalHours, 24, 0),
        };
        if (first < 0)
        {
            var decimals = second < 10 && second != Math.Floor(second) ? 1 : 0;
            return Signs(duration, shape.Magnitude(second, decimals) + tongue.UnitJoin + tongue.Units[unit]);
        }

        var text = Unit((long)first, unit);
        return Signs(duration, second == 0 ? text : text + (IsRightToLeft ? tongue.And : " ") + Unit((long)second, unit + 1));
    }

    public string Duration(TimeSpan? duration) => duration is { } d ? Duration(d) : Nothing;

    /// <summary>Working time in hours and minutes, never in days: a day of work has fewer than 24 hours. "40 h", "3 h 20 min".</summary>
    public string Work(TimeSpan work)
    {
        var minutes = (long)Math.Round(work.Duration().TotalMinutes);
        string[] parts = [.. new[] { (Count: minutes / 60, Unit: 1), (Count: minutes % 60, Unit: 2) }.Where(p => p.Count > 0).Select(p => Unit(p.Count, p.Unit))];
        return Signs(work, parts.Length == 0 ? Unit(0, 2) : string.Join(IsRightToLeft ? tongue.And : " ", parts));
    }

    /// <summary>A duration given in seconds.</summary>
    public string Seconds(double seconds) => double.IsFinite(seconds) ? Duration(TimeSpan.FromSeconds(Math.Clamp(seconds, -3e11, 3e11))) : Nothing;

    /// <summary>How far a moment is from now, in one unit: "3 minutes ago", "in 2 days".</summary>
    public string Relative(DateTimeOffset instant)
    {
        var distance = clock.GetUtcNow() - instant;
        var size = distance.Duration();
        if (size < TimeSpan.FromSeconds(45))
        {
            return tongue.JustNow;
        }

        var (count, unit) = size switch
        {
            { TotalMinutes: < 59.5 } => (Math.Max(1, Math.Round(size.TotalMinutes)), 0),
            { TotalHours: < 23.5 } => (Math.Max(1, Math.Round(size.TotalHours)), 1),
            { TotalDays: < 30 } => (Math.Max(1, Math.Round(size.TotalDays)), 2),
            { TotalDays: < 350 } => (Math.Max(1, Math.Round(size.TotalDays / 30.44)), 3),
            _ => (Math.Max(1, Math.Round(size.TotalDays / 365.25)), 4),
        };
        return (distance > TimeSpan.Zero ? tongue.Ago : tongue.Ahead).Replace("{0}", Plural((long)count, tongue.Long[unit]), StringComparison.Ordinal);
    }

    private string[] MonthNames => Reader.Calendar == CalendarKind.Jalali ? tongue.JalaliMonths : tongue.GregorianMonths;

    // Between Arabic digits a hyphen would turn the date around; a slash does not.
    private string DateMark => Reader.Calendar == CalendarKind.Jalali || shape.Native ? "/" : "-";

    private string Clock(System.DateTime local, string format) => shape.Isolate(shape.Digits(local.ToString(format, CultureInfo.InvariantCulture)));

    private static string Text(int number, int width = 1) => number.ToString("D" + width, CultureInfo.InvariantCulture);

    private static (double First, double Second, int Unit) Split(double small, int per, int unit)
    {
        var whole = Math.Round(small);
        return (Math.Floor(whole / per), whole % per, unit);
    }

    private (int Year, int Month, int Day) Parts(DateOnly date)
    {
        if (Reader.Calendar != CalendarKind.Jalali || date < Jalali.First)
        {
            return (date.Year, date.Month, date.Day);
        }

        return Jalali.Of(date);
    }

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    private string Unit(long count, int unit) => shape.Magnitude((decimal)count, 0) + tongue.UnitJoin + tongue.Units[unit];

    private string Signs(TimeSpan duration, string text)
        => duration >= TimeSpan.Zero ? text : IsRightToLeft ? Bidi.Rtl("−" + text) : "−" + text;
}
