using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Problems.Watch;

/// <summary>The control chart by which a problem is seen, and what it says of the fix.</summary>
public sealed class ProblemCharts(IndicatorDefinitions definitions, IndicatorControl control)
{
    /// <summary>Chart and verdict; the chart is null where there is too little, the verdict where nothing was fixed or the log is still being read.</summary>
    /// <param name="problem">Which.</param>
    /// <param name="calendar">Whose weeks and months; the decision itself is always by Gregorian ones.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(IndicatorDefinition? Definition, ControlChart? Chart, Verdict? Verdict)> OfAsync(Problem problem, CalendarKind calendar = CalendarKind.Gregorian, CancellationToken cancellationToken = default)
    {
        if (problem.Measure is not { } measure || await definitions.FindAsync(measure.Indicator, archived: false, cancellationToken) is not { } definition)
        {
            return (null, null, null);
        }

        DateOnly? change = problem.Fix?.On ?? problem.Moments.OfType<ProblemMoment.Fixed>().LastOrDefault()?.On;
        ControlChart? chart = await control.ChartAsync(definition, measure.State, calendar, UnitScope.Everything, change, cancellationToken);
        return (definition, chart, problem.Fix is { } fix && await control.IsReadAsync(definition, cancellationToken) ? Verification.Of(chart, fix.On, definition.HigherIsBetter) : null);
    }
}
