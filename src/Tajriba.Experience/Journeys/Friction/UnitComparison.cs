using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// Compares units fairly: exact funnel limits around the common share (Spiegelhalter 2005), widened by the overdispersion of
/// the units' z values, estimated from their median so that one really deviating unit does not hide itself.
/// </summary>
public static class UnitComparison
{
    private const double Outer = 0.998;
    private const double MedianOfChiSquare1 = 0.4549;
    private const int FewestForDispersion = 5;

    /// <summary>Each unit with at least one exposed journey, the worst first.</summary>
    /// <param name="units">Unit code, struck, exposed.</param>
    public static IReadOnlyList<UnitStanding> Of(IEnumerable<(string Unit, int Struck, int Exposed)> units)
    {
        var all = units.Where(u => u.Exposed > 0).ToArray();
        long struck = all.Sum(u => (long)u.Struck), exposed = all.Sum(u => (long)u.Exposed);
        if (all.Length < 2 || struck == 0 || struck == exposed)
        {
            return [];
        }

        var common = (double)struck / exposed;
        var shrunken = Shrinkage.Proportions([.. all.Select(u => new UnitCounts(u.Struck, u.Exposed))]);
        var dispersion = Dispersion(all, common);
        return [.. all.Select((u, i) => Place(u, common, dispersion, shrunken.Units[i])).OrderByDescending(u => u.Shrunken.Value).ThenBy(u => u.Unit, StringComparer.Ordinal)];
    }

    private static UnitStanding Place((string Unit, int Struck, int Exposed) unit, double common, double dispersion, Estimate shrunken)
    {
        var limits = FunnelPlot.ProportionLimits(common, unit.Exposed, Outer);
        var widen = Math.Sqrt(dispersion);
        var lower = Math.Max(0, common - ((common - limits.Lower) * widen));
        var upper = Math.Min(1, common + ((limits.Upper - common) * widen));
        var share = (double)unit.Struck / unit.Exposed;
        var position = share > upper ? FunnelPosition.Above : share < lower ? FunnelPosition.Below : FunnelPosition.Within;
        return new(unit.Unit, unit.Struck, unit.Exposed, lower, upper, shrunken, position);
    }

    private static double Dispersion((string Unit, int Struck, int Exposed)[] units, double common)
    {
        if (units.Length < FewestForDispersion)
        {
            return 1;
        }

        var squares = units
            .Select(u => ((double)u.Struck / u.Exposed) - common)
            .Zip(units, (difference, u) => difference * difference * u.Exposed / (common * (1 - common)))
            .Order().ToArray();
        return Math.Max(1, Quantiles.OfSorted(squares, 0.5) / MedianOfChiSquare1);
    }
}
