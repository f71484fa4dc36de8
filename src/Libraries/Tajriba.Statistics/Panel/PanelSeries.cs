namespace Tajriba.Statistics;

/// <summary>Two measures of one unit over the same periods.</summary>
/// <param name="X">The measure that may lead, one value per period; not a number where nothing was measured.</param>
/// <param name="Y">The measure that may follow, as many.</param>
public sealed record PanelSeries(IReadOnlyList<double> X, IReadOnlyList<double> Y);
