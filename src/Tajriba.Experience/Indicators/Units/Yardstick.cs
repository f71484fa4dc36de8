using Tajriba.Experience.Indicators.Measure;
using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Units;

/// <summary>What units of an indicator are held against: the common value and how far chance carries a unit of some size from it.</summary>
internal sealed class Yardstick
{
    private readonly Func<Tally, double> valueOf;
    private readonly Func<double, double, Estimate> limits;
    private readonly Func<double, double> error;
    private readonly (double Least, double Most) range;

    private Yardstick(double common, Func<Tally, double> valueOf, Func<double, double, Estimate> limits, Func<double, double> error, (double Least, double Most) range)
        => (Common, this.valueOf, this.limits, this.error, this.range) = (common, valueOf, limits, error, range);

    public double Common { get; }

    /// <summary>Null where nothing varies.</summary>
    public static Yardstick? Of(IndicatorDefinition definition, Tally total) => definition.Kind switch
    {
        IndicatorKind.Share or IndicatorKind.Followed => OfShare((double)total.Hits / total.Count, t => (double)t.Hits / t.Count),
        IndicatorKind.Percentile => Quantiles.OfSorted(total.Sorted, definition.Share) is var common
            ? OfShare(Above(total, common), t => Above(t, common)) : null,
        IndicatorKind.Rate => OfRate(total),
        IndicatorKind.NetShares => OfMean(Measuring.Net(total).Score, Math.Sqrt(Measuring.Net(total).Variance), t => Measuring.Net(t).Score),
        _ => total.Count < 2 ? null : OfMean(total.Mean, Measuring.Summary(total).StandardDeviation, t => t.Mean),
    };

    public double ValueOf(Tally tally) => valueOf(tally);

    /// <summary>Standard error of a unit of some size that is like all.</summary>
    public double Error(double size) => error(size);

    public Estimate Limits(double size, double confidence, double dispersion)
    {
        var plain = limits(size, confidence);
        var widen = Math.Sqrt(dispersion);
        return new Estimate(Common, Math.Max(range.Least, Common - ((Common - plain.Lower) * widen)), Math.Min(range.Most, Common + ((plain.Upper - Common) * widen)));
    }

    private static Yardstick? OfShare(double common, Func<Tally, double> valueOf)
        => common is <= 0 or >= 1 ? null : new(common, valueOf, (size, confidence) => FunnelPlot.ProportionLimits(common, (long)size, confidence), size => Math.Sqrt(common * (1 - common) / size), (0, 1));

    private static Yardstick? OfMean(double common, double deviation, Func<Tally, double> valueOf)
        => deviation <= 0 ? null : new(common, valueOf, (size, confidence) => FunnelPlot.MeanLimits(common, deviation, (long)size, confidence), size => deviation / Math.Sqrt(size), (double.NegativeInfinity, double.PositiveInfinity));

    /// <summary>Exact limits: of all events, how many fall into a unit's share of what they are counted against.</summary>
    private static Yardstick? OfRate(Tally total)
    {
        if (total.Count == 0 || total.Hits == 0)
        {
            return null;
        }

        var common = (double)total.Hits / total.Count;
        return new(
            common,
            t => (double)t.Hits / t.Count,
            (size, confidence) =>
            {
                var share = Math.Min(size / total.Count, 1 - 1e-9);
                var events = FunnelPlot.ProportionLimits(share, total.Hits, confidence);
                return new Estimate(common, events.Lower * total.Hits / size, events.Upper * total.Hits / size);
            },
            size => Math.Sqrt(common / size),
            (0, double.PositiveInfinity));
    }

    private static double Above(Tally tally, double common) => tally.Sorted.Count(v => v > common) / (double)tally.Count;
}
