using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>
/// Looks at the last complete week of every indicator, as a whole and for each unit, and keeps what it signals. Units are many:
/// of them only weeks beyond the limits count, or chance alone would call somebody every week.
/// </summary>
public sealed class SignalJob(IndicatorDefinitions definitions, IndicatorControl control, SignalStore signals, SignalAlerts alerts) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "indicators.signals";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var definition in await definitions.ListAsync(cancellationToken))
        {
            if (!await control.IsReadAsync(definition, cancellationToken))
            {
                continue;
            }

            if (await control.ChartAsync(definition, IndicatorState.Default, CalendarKind.Gregorian, UnitScope.Everything, cancellationToken: cancellationToken) is { } whole)
            {
                await KeepAsync(definition, null, whole.Points[^1], cancellationToken);
            }

            foreach (var (unit, chart) in await control.UnitChartsAsync(definition, cancellationToken))
            {
                var last = chart.Points[^1];
                await KeepAsync(definition, unit, last with { Marks = [.. last.Marks.Where(m => m == RunsRule.Nelson1)] }, cancellationToken);
            }
        }
    }

    private async Task KeepAsync(IndicatorDefinition definition, string? unit, ControlPoint last, CancellationToken cancellationToken)
    {
        if (last is { Marks.Count: > 0, IsBaseline: false })
        {
            var told = await alerts.OfAsync(definition, unit, cancellationToken);
            await signals.KeepAsync(definition, unit, last, signal => alerts.Write(definition, signal, told), cancellationToken);
        }
    }
}
