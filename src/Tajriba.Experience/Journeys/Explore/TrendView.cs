using System.Globalization;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>How journeys changed over time, by the month or week in which they began.</summary>
public static class TrendView
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const double PerSecond = 1e6;
    private const double MostOpen = 0.05;
    private static readonly PersianCalendar Jalali = new();

    /// <param name="selection">The journeys.</param>
    /// <param name="step">Length of a period.</param>
    /// <param name="calendar">Calendar of months; weeks begin on Saturday in the Jalali one, on Monday otherwise.</param>
    public static IReadOnlyList<TrendPoint> Of(Selection selection, TrendStep step, CalendarKind calendar)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var log = selection.Log;
        var view = selection.View;
        var periods = new SortedDictionary<DateOnly, Period>();
        var byDay = new Dictionary<long, Period>();
        for (var i = 0; i < selection.Count; i++)
        {
            var day = Math.DivRem(view.Times[view.Starts[i]], MicrosecondsPerDay, out var rest) - (rest < 0 ? 1 : 0);
            if (!byDay.TryGetValue(day, out var period))
            {
                var first = FirstDay(DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day)), step, calendar);
                if (!periods.TryGetValue(first, out period))
                {
                    periods.Add(first, period = new Period());
                }

                byDay.Add(day, period);
            }

            var journey = selection.Journeys[i];
            period.Began++;
            if (log.Endings[journey] != InstanceEnding.Open)
            {
                period.Durations.Add(log.DurationOf(journey) / PerSecond);
                period.Won += log.Success?[journey] == true ? 1 : 0;
            }
        }

        // A period in which the log itself begins has seen only a part of what began in it.
        var oldest = FirstStart(log);
        var now = DateOnly.FromDateTime(Microseconds.ToTime(log.Now).DateTime);
        return [.. periods.Select(p => Point(p.Key, p.Value, FirstDay(now, step, calendar) > p.Key && p.Key >= oldest && p.Value.Began - p.Value.Durations.Count <= MostOpen * p.Value.Began, log.Success is not null))];
    }

    private static DateOnly FirstStart(InstanceLog log)
    {
        var times = log.View.Times;
        var first = long.MaxValue;
        foreach (var start in log.View.Starts)
        {
            first = Math.Min(first, times[start]);
        }

        return DateOnly.FromDateTime(Microseconds.ToTime(first == long.MaxValue ? 0 : first).DateTime);
    }

    private static TrendPoint Point(DateOnly from, Period period, bool complete, bool hasOutcome)
    {
        if (period.Durations.Count == 0)
        {
            return new TrendPoint(from, period.Began, complete, null, null);
        }

        double[] sorted = [.. period.Durations.Order()];
        return new TrendPoint(
            from,
            period.Began,
            complete,
            Quantiles.IntervalOfSorted(sorted),
            hasOutcome ? Proportion.Wilson(period.Won, sorted.Length) : null);
    }

    private static DateOnly FirstDay(DateOnly day, TrendStep step, CalendarKind calendar)
    {
        if (step == TrendStep.Week)
        {
            var begins = calendar == CalendarKind.Jalali ? DayOfWeek.Saturday : DayOfWeek.Monday;
            return day.AddDays(-Math.Min(((int)day.DayOfWeek - (int)begins + 7) % 7, day.DayNumber));
        }

        var time = day.ToDateTime(TimeOnly.MinValue);
        return calendar == CalendarKind.Jalali && time >= Jalali.MinSupportedDateTime
            ? day.AddDays(1 - Jalali.GetDayOfMonth(time))
            : new DateOnly(day.Year, day.Month, 1);
    }

    private sealed class Period
    {
        public int Began { get; set; }

        public int Won { get; set; }

        public List<double> Durations { get; } = [];
    }
}
