namespace Tajriba.Experience.Indicators.Measure;

/// <summary>An indicator for one value of what it is cut by.</summary>
/// <param name="Code">The unit, the channel or the attribute's value; empty where events have none.</param>
/// <param name="Value">What was measured.</param>
public sealed record IndicatorGroup(string Code, IndicatorValue Value);
