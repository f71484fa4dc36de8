using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Leaders;

namespace Tajriba.Leadership.Leadership.Time;

/// <summary>A leader's hours with customers in a month.</summary>
/// <param name="Days">The month, in the reader's calendar.</param>
/// <param name="Hours">The hours on record.</param>
/// <param name="Expected">The hours expected; less in a month of which the leader led only a part; null where none were.</param>
/// <param name="IsOver">Whether the month is over.</param>
public sealed record MonthOfTime(Period Days, decimal Hours, decimal? Expected, bool IsOver)
{
    /// <summary>Share of the expected hours, or null where none were expected.</summary>
    public double? Share => Expected is > 0 and var expected ? (double)(Hours / expected) : null;

    /// <summary>The last months of a leader, oldest first, the running one among them.</summary>
    /// <param name="leader">The leader.</param>
    /// <param name="times">The leader's entries.</param>
    /// <param name="count">How many months.</param>
    /// <param name="today">Today.</param>
    /// <param name="calendar">Whose months.</param>
    public static IReadOnlyList<MonthOfTime> Of(Leader leader, IReadOnlyList<CustomerTime> times, int count, DateOnly today, CalendarKind calendar)
    {
        DateOnly first = Periods.FirstDay(today, PeriodStep.Month, calendar);
        for (int back = 1; back < count; back++)
        {
            first = Periods.FirstDay(first.AddDays(-1), PeriodStep.Month, calendar);
        }

        return [.. Periods.Of(new(first, today), PeriodStep.Month, calendar).Select(month => Of(leader, times, month, today))];
    }

    private static MonthOfTime Of(Leader leader, IReadOnlyList<CustomerTime> times, Period month, DateOnly today)
    {
        int led = month.To.DayNumber - Math.Max(month.From.DayNumber, leader.Since.DayNumber) + 1;
        decimal? expected = led <= 0 || leader.Hours == 0 ? null : leader.Hours * led / month.Days;
        return new(month, times.Where(t => t.On >= month.From && t.On <= month.To).Sum(t => t.Hours), expected, month.To < today);
    }
}
