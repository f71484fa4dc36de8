namespace Tajriba.Experience.Indicators.Figures;

/// <summary>Which part of an indicator is meant.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Channel">The channel; null for every one.</param>
/// <param name="Slice">A path by which the indicator is cut; null for none.</param>
/// <param name="Value">The value that counts there.</param>
public sealed record FigureCut(string Indicator, string? Channel = null, string? Slice = null, string? Value = null);
