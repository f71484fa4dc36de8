namespace Tajriba.Statistics;

/// <summary>One unit against the limits for its own size.</summary>
/// <param name="Value">The unit's share.</param>
/// <param name="InnerLower">Lower 95% limit.</param>
/// <param name="InnerUpper">Upper 95% limit.</param>
/// <param name="OuterLower">Lower 99.8% limit.</param>
/// <param name="OuterUpper">Upper 99.8% limit.</param>
/// <param name="P">Two-sided exact mid-p against the target.</param>
/// <param name="Position">Against the outer limits.</param>
public readonly record struct FunnelPoint(double Value, double InnerLower, double InnerUpper, double OuterLower, double OuterUpper, double P, FunnelPosition Position);
