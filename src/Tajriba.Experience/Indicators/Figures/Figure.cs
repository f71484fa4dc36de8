using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Experience.Indicators.Figures;

/// <summary>What a figure is at the moment.</summary>
/// <param name="Definition">The indicator.</param>
/// <param name="Value">The value over the days meant.</param>
/// <param name="Before">The value over the days compared with; null where none were asked for.</param>
/// <param name="Weeks">Complete stretches of seven days, oldest first.</param>
/// <param name="Progress">Share of the log that has been read for it; below 1 everything above is still growing.</param>
public sealed record Figure(IndicatorDefinition Definition, IndicatorValue Value, IndicatorValue? Before, IReadOnlyList<IndicatorPoint> Weeks, double Progress);
