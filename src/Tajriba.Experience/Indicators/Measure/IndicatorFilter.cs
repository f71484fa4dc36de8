namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Which observations of an indicator are meant.</summary>
/// <param name="Days">The days on which they happened.</param>
/// <param name="Unit">Code of the unit, with all below it; null for every one.</param>
/// <param name="Channel">The channel; null for every one.</param>
/// <param name="Steps">The steps that count, where the definition tells the step; null for all.</param>
/// <param name="Slices">Values of the definition's slices, by path.</param>
public sealed record IndicatorFilter(Period Days, string? Unit = null, string? Channel = null, IReadOnlyCollection<string>? Steps = null, IReadOnlyDictionary<string, string>? Slices = null);
