namespace Tajriba.Experience.Indicators.Units;

/// <summary>Units compared fairly.</summary>
/// <param name="Common">What all of them have together, in what is compared; null where fewer than two units can be compared.</param>
/// <param name="Dispersion">By how much the units' variation exceeds chance, 1 where it does not; the limits are widened by its root.</param>
/// <param name="Funnel">Limits by size of a unit, for the drawing: size, lower, upper.</param>
/// <param name="Units">The units, by code: an order by value would be a ranking by noise.</param>
public sealed record UnitReport(double? Common, double Dispersion, IReadOnlyList<double[]> Funnel, IReadOnlyList<UnitStanding> Units)
{
    public static UnitReport None { get; } = new(null, 1, [], []);

    /// <summary>Share of the log that has been read for it; below 1 everything here is still growing.</summary>
    public double Progress { get; init; } = 1;
}
