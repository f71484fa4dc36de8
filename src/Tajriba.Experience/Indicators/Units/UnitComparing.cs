using Tajriba.Experience.Indicators.Measure;
using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Units;

/// <summary>
/// Compares units by funnel limits at 99.8% (Spiegelhalter 2005), widened by the overdispersion of their z values, which is taken
/// from medians so that one unit that really deviates does not hide itself.
/// </summary>
internal static class UnitComparing
{
    private const double Outer = 0.998;
    private const double MedianOfChiSquare1 = 0.4549;
    private const int FewestForDispersion = 5;
    private const int FewestOthers = 3;
    private const int Curve = 40;

    /// <summary>Compares units with all of them.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="units">All units.</param>
    /// <param name="shown">Those of which something is told.</param>
    public static UnitReport Of(IndicatorDefinition definition, IReadOnlyList<(string Code, Tally Tally)> units, Func<string, bool> shown)
    {
        // A mean of one value has no spread of its own, but a small unit is judged by the spread of all.
        (string Code, Tally Tally)[] all = [.. units.Where(u => u.Code.Length > 0 && u.Tally.Count > 0).OrderBy(u => u.Code, StringComparer.Ordinal)];
        var total = new Tally();
        foreach (var (_, tally) in all)
        {
            total.Add(tally);
        }

        // Beside fewer than three others, what is common would tell the figures of units that are not shown.
        var own = all.Where(u => shown(u.Code)).ToArray();
        if (all.Length < 2 || own.Length == 0 || all.Length - own.Length is > 0 and < FewestOthers || Yardstick.Of(definition, total) is not { } yardstick)
        {
            return UnitReport.None;
        }

        var dispersion = Dispersion(all, yardstick);
        var shrunken = Shrunken(definition, all);
        return new UnitReport(
            yardstick.Common,
            dispersion,
            [.. Sizes(own).Select(size => yardstick.Limits(size, Outer, dispersion) is var limits ? new[] { size, limits.Lower, limits.Upper } : [])],
            [.. all.Select((u, i) => (Unit: u, Shrunken: shrunken?[i])).Where(u => shown(u.Unit.Code)).Select(u => Standing(definition, u.Unit, yardstick, dispersion, u.Shrunken))]);
    }

    private static UnitStanding Standing(IndicatorDefinition definition, (string Code, Tally Tally) unit, Yardstick yardstick, double dispersion, Estimate? shrunken)
    {
        var limits = yardstick.Limits(unit.Tally.Count, Outer, dispersion);
        var compared = yardstick.ValueOf(unit.Tally);
        var verdict = compared > limits.Upper ? (definition.HigherIsBetter ? UnitVerdict.Better : UnitVerdict.Worse)
            : compared < limits.Lower ? (definition.HigherIsBetter ? UnitVerdict.Worse : UnitVerdict.Better) : UnitVerdict.Same;
        return new(unit.Code, Measuring.Value(definition, unit.Tally), compared, limits.Lower, limits.Upper, shrunken?.Value, shrunken?.Lower, shrunken?.Upper, verdict);
    }

    /// <summary>Around the middle unit, since one large unit that deviates draws the common value away from all the others.</summary>
    private static double Dispersion((string Code, Tally Tally)[] units, Yardstick yardstick)
    {
        if (units.Length < FewestForDispersion)
        {
            return 1;
        }

        var middle = Middle(units, yardstick);
        return Math.Max(1, Quantiles.OfSorted([.. units.Select(u => Math.Pow((yardstick.ValueOf(u.Tally) - middle) / yardstick.Error(u.Tally.Count), 2)).Order()], 0.5) / MedianOfChiSquare1);
    }

    /// <summary>The value that half of all observations lie in units above or below of.</summary>
    private static double Middle((string Code, Tally Tally)[] units, Yardstick yardstick)
    {
        var half = units.Sum(u => u.Tally.Count) / 2.0;
        var passed = 0.0;
        return units.Select(u => (Value: yardstick.ValueOf(u.Tally), u.Tally.Count)).OrderBy(u => u.Value).First(u => (passed += u.Count) >= half).Value;
    }

    private static IReadOnlyList<Estimate>? Shrunken(IndicatorDefinition definition, (string Code, Tally Tally)[] units)
    {
        switch (definition.Kind)
        {
            case IndicatorKind.Share or IndicatorKind.Followed:
                return Shrinkage.Proportions([.. units.Select(u => new UnitCounts(u.Tally.Hits, u.Tally.Count))]).Units;
            case IndicatorKind.Mean or IndicatorKind.NetShares:
                double[] means = [.. units.Select(u => definition.Kind == IndicatorKind.Mean ? u.Tally.Mean : Measuring.Net(u.Tally).Score)];
                double[] errors = [.. units.Select(u => definition.Kind == IndicatorKind.Mean ? Measuring.Summary(u.Tally).StandardDeviation / Math.Sqrt(u.Tally.Count) : Measuring.Net(u.Tally).Adjusted.StandardError)];
                return errors.All(e => e > 0) ? Shrinkage.Means(means, errors).Units : null;
            default:
                return null;
        }
    }

    /// <summary>Sizes from the smallest to the largest unit, closer where the funnel bends.</summary>
    private static IEnumerable<double> Sizes((string Code, Tally Tally)[] units)
    {
        double least = Math.Max(5, units.Min(u => u.Tally.Count) * 0.7), most = units.Max(u => u.Tally.Count) * 1.05;
        return most <= least ? [least] : Enumerable.Range(0, Curve + 1).Select(i => Math.Round(least * Math.Pow(most / least, (double)i / Curve))).Distinct();
    }
}
