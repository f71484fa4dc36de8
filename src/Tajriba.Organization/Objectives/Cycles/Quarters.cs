using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;

namespace Tajriba.Organization.Objectives.Cycles;

/// <summary>Quarters and years of a calendar, to make cycles of.</summary>
public static class Quarters
{
    /// <summary>The quarter that holds a day, the three after it, and the year that holds it, in the calendar of a reader.</summary>
    public static IReadOnlyList<(Period Days, int? Quarter)> Around(DateOnly day, CalendarKind calendar)
    {
        DateOnly year = Periods.FirstDay(day, PeriodStep.Year, calendar);
        IReadOnlyList<Period> ahead = Periods.Of(new(day, day.AddDays(280)), PeriodStep.Quarter, calendar);
        return
        [
            .. ahead.Take(4).Select(q => (q, (int?)NumberOf(q.From, calendar))),
            (new(year, Periods.FirstDay(year.AddDays(370), PeriodStep.Year, calendar).AddDays(-1)), null),
        ];
    }

    private static int NumberOf(DateOnly first, CalendarKind calendar)
        => Periods.Of(new(Periods.FirstDay(first, PeriodStep.Year, calendar), first), PeriodStep.Quarter, calendar).Count;
}
