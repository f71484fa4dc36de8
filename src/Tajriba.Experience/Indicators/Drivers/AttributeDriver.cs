using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Drivers;

/// <summary>How much one service attribute drives the outcome, and how well it is done.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Performance">Mean satisfaction with it, 0 to 100.</param>
/// <param name="Weight">Johnson's relative weight as a share of what all attributes explain, with its interval.</param>
/// <param name="Shapley">LMG as a share of the same.</param>
/// <param name="Effect">Expected change of the outcome where satisfaction with it rises by the points asked for.</param>
/// <param name="Quadrant">Its place on the importance-performance map.</param>
public sealed record AttributeDriver(string Attribute, double Performance, Estimate Weight, Estimate Shapley, Estimate Effect, ImportanceQuadrant Quadrant);
