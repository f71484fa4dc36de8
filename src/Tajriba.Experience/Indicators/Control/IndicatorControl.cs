using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Control charts of indicators, over complete periods alone.</summary>
public sealed class IndicatorControl(IndicatorSelections selections)
{
    /// <summary>A chart over the days of a state, or over a year of weeks where it names none; null where there is too little.</summary>
    public async Task<ControlChart?> ChartAsync(IndicatorDefinition definition, IndicatorState state, CalendarKind calendar, UnitScope scope, CancellationToken cancellationToken = default)
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
        return Controlling.Of(definition, [.. periods.Select((p, i) => (p, tallies[i]))]);
    }
}
