using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Experience.Indicators.Units;

/// <summary>A unit compared with all.</summary>
/// <param name="Code">The unit.</param>
/// <param name="Value">What was measured there.</param>
/// <param name="Compared">What is held against the limits: the value, or of a percentile the share of values above the common one.</param>
/// <param name="Lower">Lower 99.8% limit for a unit of its size that is like all.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Shrunken">The value drawn towards the common one by as much as its size deserves; null where it cannot be.</param>
/// <param name="ShrunkenLower">Lower end of its 95% interval.</param>
/// <param name="ShrunkenUpper">Upper end.</param>
/// <param name="Verdict">The judgement.</param>
public sealed record UnitStanding(
    string Code, IndicatorValue Value, double Compared, double Lower, double Upper, double? Shrunken, double? ShrunkenLower, double? ShrunkenUpper, UnitVerdict Verdict);
