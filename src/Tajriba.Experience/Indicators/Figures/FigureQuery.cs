using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Experience.Indicators.Figures;

/// <summary>A figure that the house follows: an indicator, cut in one way, over some days.</summary>
/// <param name="Cut">The indicator and its cut.</param>
/// <param name="Unit">Code of the unit, with all below it; null for the whole organization.</param>
/// <param name="Window">The days of the value.</param>
/// <param name="Before">The days that it is compared with, or null.</param>
/// <param name="Trend">The days that are told week by week, from the last one back.</param>
public sealed record FigureQuery(FigureCut Cut, string? Unit, Period Window, Period? Before, Period Trend);
