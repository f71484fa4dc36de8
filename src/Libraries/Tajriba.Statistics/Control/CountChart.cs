namespace Tajriba.Statistics;

/// <summary>A chart of counts, shares or rates: each point with its own limits.</summary>
/// <param name="Centre">Mean over all points, weighted by their size.</param>
/// <param name="Values">What is plotted: the counts, the shares or the defects a unit.</param>
/// <param name="Limits">Three standard errors around the centre; within what the measure can take.</param>
/// <param name="Out">0-based indices of the points strictly beyond their limits.</param>
public sealed record CountChart(double Centre, IReadOnlyList<double> Values, IReadOnlyList<ControlLimits> Limits, IReadOnlyList<int> Out)
{
    internal static CountChart Of(double centre, IReadOnlyList<double> values, IReadOnlyList<ControlLimits> limits)
        => new(centre, values, limits, [.. Enumerable.Range(0, values.Count).Where(i => limits[i].Excludes(values[i]))]);
}
