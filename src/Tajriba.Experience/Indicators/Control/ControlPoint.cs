using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>One period of a control chart.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Count">Observations in it.</param>
/// <param name="Value">The value.</param>
/// <param name="Lower">Lower control limit.</param>
/// <param name="Upper">Upper control limit.</param>
/// <param name="Score">Distance from the centre in standard deviations of such a period.</param>
/// <param name="IsBaseline">Whether centre and limits come from it.</param>
/// <param name="Marks">Rules that it breaks.</param>
public sealed record ControlPoint(DateOnly From, DateOnly To, long Count, double Value, double Lower, double Upper, double Score, bool IsBaseline, IReadOnlyList<RunsRule> Marks);
