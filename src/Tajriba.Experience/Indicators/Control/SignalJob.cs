using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Looks at the last complete week of every indicator and keeps what it signals.</summary>
public sealed class SignalJob(IndicatorDefinitions definitions, IndicatorControl control, SignalStore signals) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "indicators.signals";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var definition in await definitions.ListAsync(cancellationToken))
        {
            if (await control.ChartAsync(definition, IndicatorState.Default, CalendarKind.Gregorian, UnitScope.Everything, cancellationToken) is { Points: [.., { Marks.Count: > 0, IsBaseline: false } last] })
            {
                await signals.KeepAsync(definition, last, cancellationToken);
            }
        }
    }
}
