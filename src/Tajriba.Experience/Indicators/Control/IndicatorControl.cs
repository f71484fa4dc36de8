using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Control charts of indicators, over complete periods alone.</summary>
public sealed class IndicatorControl(IndicatorSelections selections)
{
    /// <summary>Whether all of the log has been read for a definition; before that its last weeks are missing, not bad.</summary>
    public async Task<bool> IsReadAsync(IndicatorDefinition definition, CancellationToken cancellationToken = default) => await ProgressAsync(definition, cancellationToken) >= 1;

    /// <summary>Share of the log that has been read for a definition.</summary>
    public async Task<double> ProgressAsync(IndicatorDefinition definition, CancellationToken cancellationToken = default)
        => (await selections.GetAsync([definition], IndicatorState.Default, UnitScope.Everything, cancellationToken))[0].Observed.Progress;

    /// <summary>A chart over the days of a state, or over a year of weeks where it names none; null where there is too little.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="state">Which part of it, which days and periods.</param>
    /// <param name="calendar">Whose weeks and months.</param>
    /// <param name="scope">The units that may be seen.</param>
    /// <param name="change">A day on which something was changed, so that the limits are of the periods before it; null where nothing was.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ControlChart?> ChartAsync(
        IndicatorDefinition definition, IndicatorState state, CalendarKind calendar, UnitScope scope, DateOnly? change = null, CancellationToken cancellationToken = default)
    {
        var open = selections.Open(definition);
        var asked = state with { From = state.From ?? (state.To ?? open).AddDays(-366), Step = state.Step ?? PeriodStep.Week };
        var days = asked.Days(selections.Today);
        Period[] periods = [.. Periods.Of(days, asked.StepOver(days), calendar).Where(p => p.From >= days.From && p.To <= days.To && p.To < open)];
        if (periods.Length == 0)
        {
            return null;
        }

        var selection = (await selections.GetAsync([definition], asked, scope, cancellationToken))[0];
        var tallies = Trend.Tallies(selection, new Period(periods[0].From, periods[^1].To), periods);
        return Controlling.Of(definition, [.. periods.Select((p, i) => (p, tallies[i]))], change);
    }

    /// <summary>Charts of each unit's own weeks over the last year; of those that have enough.</summary>
    public async Task<IReadOnlyList<(string Unit, ControlChart Chart)>> UnitChartsAsync(IndicatorDefinition definition, CancellationToken cancellationToken = default)
    {
        var open = selections.Open(definition);
        Period[] periods = [.. Periods.Of(new Period(open.AddDays(-366), open), PeriodStep.Week, CalendarKind.Gregorian).Where(p => p.From >= open.AddDays(-366) && p.To < open)];
        var selection = (await selections.GetAsync([definition], IndicatorState.Default, UnitScope.Everything, cancellationToken))[0];
        var tallies = Trend.Tallies(selection, new Period(periods[0].From, periods[^1].To), periods, selection.Column("unit"));
        return [.. tallies.Where(t => t.Key != 0).Select(t => (Unit: selections.Names.Unit(t.Key), Chart: Controlling.Of(definition, [.. periods.Select((p, i) => (p, t.Value[i]))])))
            .Where(c => c.Chart is not null && c.Chart.Points[^1].To == periods[^1].To).Select(c => (c.Unit, c.Chart!)).OrderBy(c => c.Unit, StringComparer.Ordinal)];
    }
}
