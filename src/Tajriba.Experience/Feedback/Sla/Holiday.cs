using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>A day off: of one year, or of every year in which its month has that day.</summary>
/// <param name="Calendar">What month, day and year are counted in.</param>
/// <param name="Month">1-12.</param>
/// <param name="Day">1-31.</param>
/// <param name="Year">The only year, or null for each.</param>
public sealed record Holiday(HolidayCalendar Calendar, int Month, int Day, int? Year = null)
{
    /// <summary>Its days in a year of the Gregorian calendar: none, one, or two where a lunar year begins twice in it.</summary>
    internal IEnumerable<LocalDate> In(int year)
    {
        CalendarSystem system = Calendar switch
        {
            HolidayCalendar.Jalali => CalendarSystem.PersianAstronomical,
            HolidayCalendar.UmmAlQura => CalendarSystem.UmAlQura,
            _ => CalendarSystem.Iso,
        };
        int first = OwnYear(new(year, 1, 1), system);
        int last = OwnYear(new(year, 12, 31), system);
        for (int own = Math.Max(first, Year ?? first); own <= Math.Min(last, Year ?? last); own++)
        {
            if (own >= system.MinYear && own <= system.MaxYear && Month <= system.GetMonthsInYear(own) && Day <= system.GetDaysInMonth(own, Month))
            {
                LocalDate day = new LocalDate(own, Month, Day, system).WithCalendar(CalendarSystem.Iso);
                if (day.Year == year)
                {
                    yield return day;
                }
            }
        }
    }

    /// <summary>The calendar's year of a day; the year next to its range where the calendar ends before.</summary>
    private static int OwnYear(LocalDate day, CalendarSystem system)
        => day < new LocalDate(system.MinYear, 1, 1, system).WithCalendar(CalendarSystem.Iso) ? system.MinYear
            : day > new LocalDate(system.MaxYear, 1, 1, system).WithCalendar(CalendarSystem.Iso) ? system.MaxYear
            : day.WithCalendar(system).Year;
}
