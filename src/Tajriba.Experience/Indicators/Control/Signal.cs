using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>A rule that an indicator broke in a week; kept once for ever.</summary>
/// <param name="Id">The house's number of it.</param>
/// <param name="DefinitionId">The indicator.</param>
/// <param name="Rule">The rule.</param>
/// <param name="From">First day of the week.</param>
/// <param name="Value">The value in it.</param>
/// <param name="Lower">Lower control limit.</param>
/// <param name="Upper">Upper control limit.</param>
/// <param name="At">When it was found.</param>
/// <param name="SettledAt">When somebody noted it, or null.</param>
/// <param name="Unit">Code of the unit that it is about; null for the whole organization.</param>
public sealed record Signal(long Id, long DefinitionId, RunsRule Rule, DateOnly From, double Value, double Lower, double Upper, DateTimeOffset At, DateTimeOffset? SettledAt, string? Unit = null)
{
    /// <summary>Path of the chart that shows it.</summary>
    public string Path(IndicatorDefinition definition) => $"/indicators/{definition.Key}/control{(Unit is null ? "" : "?unit=" + Uri.EscapeDataString(Unit))}";
}
