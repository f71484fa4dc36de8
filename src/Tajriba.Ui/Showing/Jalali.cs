using System.Globalization;

namespace Tajriba.Ui;

/// <summary>The Iranian solar calendar: year, month, day to and from a date.</summary>
public static class Jalali
{
    private static readonly PersianCalendar Calendar = new();

    /// <summary>1 Farvardin 1.</summary>
    public static DateOnly First { get; } = DateOnly.FromDateTime(Calendar.MinSupportedDateTime.AddDays(Calendar.MinSupportedDateTime.TimeOfDay > TimeSpan.Zero ? 1 : 0));

    public static bool IsLeapYear(int year) => Calendar.IsLeapYear(year);

    /// <summary>The date of a day of the Jalali calendar, or null where there is no such day (30 Esfand of a common year).</summary>
    public static DateOnly? ToDate(int year, int month, int day)
        => year is >= 1 and <= 9377 && month is >= 1 and <= 12 && day >= 1 && day <= Calendar.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(Calendar.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;

    /// <summary>Year, month and day of a date not before <see cref="First"/>.</summary>
    public static (int Year, int Month, int Day) Of(DateOnly date)
    {
        var moment = date.ToDateTime(TimeOnly.MinValue);
        return (Calendar.GetYear(moment), Calendar.GetMonth(moment), Calendar.GetDayOfMonth(moment));
    }

    /// <summary>First day of the month of a date.</summary>
    public static DateOnly StartOfMonth(DateOnly date)
    {
        var (year, month, _) = Of(date);
        return ToDate(year, month, 1)!.Value;
    }
}
