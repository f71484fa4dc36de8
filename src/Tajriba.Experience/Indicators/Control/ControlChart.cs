using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>An indicator over complete periods, with the limits within which it moves while nothing changes.</summary>
/// <param name="Kind">The chart.</param>
/// <param name="Centre">Centre line, from the baseline.</param>
/// <param name="Points">Periods with enough observations, oldest first.</param>
/// <param name="Ewma">Moving average of the scores; quick to see small lasting shifts.</param>
/// <param name="Cusum">Cumulative sums of the scores.</param>
public sealed record ControlChart(ControlKind Kind, double Centre, IReadOnlyList<ControlPoint> Points, EwmaChart Ewma, CusumChart Cusum);
