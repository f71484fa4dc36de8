namespace Tajriba.Experience.Indicators.Measure;

/// <summary>An indicator over some days.</summary>
/// <param name="Definition">What was measured.</param>
/// <param name="Days">Over which days.</param>
/// <param name="Value">The value over all of them.</param>
/// <param name="Before">The value over as many days before.</param>
/// <param name="Change">The change between both; null where either has too little.</param>
/// <param name="Points">The value by period.</param>
/// <param name="Progress">Share of the log that has been read for it; below 1 everything above is still growing.</param>
public sealed record IndicatorReport(
    IndicatorDefinition Definition, Period Days, IndicatorValue Value, IndicatorValue Before, IndicatorChange? Change, IReadOnlyList<IndicatorPoint> Points, double Progress);
