using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>Quarters of the reader's calendar, each told by the day in its middle.</summary>
internal static class Quarters
{
    private const int Months = 3, MiddleMonth = 2, MiddleDay = 5;

    /// <summary>Year and quarter, from 1, of a day.</summary>
    public static (int Year, int Number) Of(DateOnly day, CalendarKind calendar)
    {
        (int year, int month) = calendar == CalendarKind.Jalali && Jalali.Of(day) is var (y, m, _) ? (y, m) : (day.Year, day.Month);
        return (year, ((month - 1) / Months) + 1);
    }

    /// <summary>The middle of a quarter some quarters after that of a day.</summary>
    public static DateOnly Middle(DateOnly day, int later, CalendarKind calendar)
    {
        (int year, int number) = Of(day, calendar);
        int index = (year * 4) + number - 1 + later;
        (int inYear, int month) = (index / 4, (index % 4 * Months) + MiddleMonth);
        return calendar == CalendarKind.Jalali ? Jalali.ToDate(inYear, month, MiddleDay)!.Value : new DateOnly(inYear, month, MiddleDay);
    }

    /// <summary>How many quarters a day lies after another.</summary>
    public static int Between(DateOnly from, DateOnly to, CalendarKind calendar)
    {
        (int fromYear, int first) = Of(from, calendar);
        (int toYear, int last) = Of(to, calendar);
        return ((toYear - fromYear) * 4) + last - first;
    }
}
