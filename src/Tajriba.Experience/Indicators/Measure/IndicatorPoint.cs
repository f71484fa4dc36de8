namespace Tajriba.Experience.Indicators.Measure;

/// <summary>One period of a trend.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="IsComplete">Whether all its observations can be there.</param>
/// <param name="Value">What was measured in it.</param>
public sealed record IndicatorPoint(DateOnly From, DateOnly To, bool IsComplete, IndicatorValue Value);
