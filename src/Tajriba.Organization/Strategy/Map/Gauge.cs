namespace Tajriba.Organization.Strategy.Map;

/// <summary>By what it is seen whether a strategic objective is reached.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Unit">Code of the unit, with all below it; null for the organization.</param>
/// <param name="Target">What it should reach, in its own unit; null for the indicator's own target.</param>
public sealed record Gauge(string Indicator, string? Unit, double? Target);
