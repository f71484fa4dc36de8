using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Makes a report of a selection.</summary>
internal static class Reporting
{
    /// <param name="selection">The observations.</param>
    /// <param name="days">The days.</param>
    /// <param name="step">Length of the periods of the trend.</param>
    /// <param name="calendar">Calendar of the periods.</param>
    /// <param name="open">The first day whose observations are not all there yet.</param>
    public static IndicatorReport Of(ObservationSelection selection, Period days, PeriodStep step, CalendarKind calendar, DateOnly open)
    {
        var periods = Periods.Of(days, step, calendar);
        var tallies = Trend.Tallies(selection, days, periods);
        var total = new Tally();
        foreach (var tally in tallies[..^1])
        {
            total.Add(tally);
        }

        var definition = selection.Definition;
        return new(
            definition,
            days,
            Measuring.Value(definition, total),
            Measuring.Value(definition, tallies[^1]),
            Measuring.Change(definition, tallies[^1], total),
            [.. periods.Select((p, i) => new IndicatorPoint(p.From, p.To, p.To < open && p.From >= days.From && p.To <= days.To, Measuring.Value(definition, tallies[i])))],
            selection.Observed.Progress);
    }
}
