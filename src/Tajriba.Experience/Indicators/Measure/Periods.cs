using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Cuts days into periods of a calendar. Weeks begin on Saturday in the Jalali one, on Monday otherwise.</summary>
public static class Periods
{
    /// <summary>Every period that touches the days, whole, oldest first.</summary>
    public static IReadOnlyList<Period> Of(Period days, PeriodStep step, CalendarKind calendar)
    {
        var periods = new List<Period>();
        for (var from = FirstDay(days.From, step, calendar); from <= days.To;)
        {
            var next = FirstDay(from.AddDays(step switch { PeriodStep.Day => 1, PeriodStep.Week => 7, PeriodStep.Month => 33, PeriodStep.Quarter => 100, _ => 370 }), step, calendar);
            periods.Add(new Period(from, next.AddDays(-1)));
            from = next;
        }

        return periods;
    }

    /// <summary>The first day of the period that holds a day.</summary>
    public static DateOnly FirstDay(DateOnly day, PeriodStep step, CalendarKind calendar) => step switch
    {
        PeriodStep.Day => day,
        PeriodStep.Week => day.AddDays(-(((int)day.DayOfWeek - (int)(calendar == CalendarKind.Jalali ? DayOfWeek.Saturday : DayOfWeek.Monday) + 7) % 7)),
        _ => calendar == CalendarKind.Jalali && day >= Jalali.First ? OfJalali(day, step) : OfGregorian(day, step),
    };

    private static DateOnly OfJalali(DateOnly day, PeriodStep step)
    {
        var (year, month, _) = Jalali.Of(day);
        return Jalali.ToDate(year, FirstMonth(month, step), 1)!.Value;
    }

    private static DateOnly OfGregorian(DateOnly day, PeriodStep step) => new(day.Year, FirstMonth(day.Month, step), 1);

    private static int FirstMonth(int month, PeriodStep step) => step switch
    {
        PeriodStep.Month => month,
        PeriodStep.Quarter => month - ((month - 1) % 3),
        _ => 1,
    };
}
