using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Values, intervals and changes out of tallies, by the methods of <c>Tajriba.Statistics</c>.</summary>
internal static class Measuring
{
    /// <summary>Fewer observations than this are not shown as a value.</summary>
    public const int Fewest = 10;

    private static readonly double Normal95 = NormalDistribution.Quantile(0.975);

    public static IndicatorValue Value(IndicatorDefinition definition, Tally tally)
    {
        if (tally.Count == 0)
        {
            return IndicatorValue.None with { Hits = HitsOf(definition, tally) };
        }

        var estimate = Estimated(definition, tally);
        var (lower, upper) = (Finite(estimate.Lower), Finite(estimate.Upper));
        return new(
            tally.Count,
            estimate.Value,
            lower,
            upper,
            tally.Count >= Fewest && lower is not null && upper is not null,
            HitsOf(definition, tally),
            definition.Kind == IndicatorKind.NetShares ? tally.Lows : null);
    }

    /// <summary>The change from one tally to another; null where either is too small.</summary>
    public static IndicatorChange? Change(IndicatorDefinition definition, Tally before, Tally after)
    {
        if (Math.Min(before.Count, after.Count) < Fewest)
        {
            return null;
        }

        switch (definition.Kind)
        {
            case IndicatorKind.Share or IndicatorKind.Followed:
                var share = ProportionDifference.Newcombe(after.Hits, after.Count, before.Hits, before.Count);
                return new(share.Value, share.Lower, share.Upper, ProportionDifference.Test(after.Hits, after.Count, before.Hits, before.Count).P);
            case IndicatorKind.NetShares:
                var net = Net(before).ChangeTo(Net(after));
                return new(net.Difference.Value, net.Difference.Lower, net.Difference.Upper, Finite(net.P));
            case IndicatorKind.Mean:
                return Welch(before, after);
            case IndicatorKind.Rate:
                return Rates(before, after);
            default:
                return Apart(definition, before, after);
        }
    }

    public static NetPromoter Net(Tally tally) => NetPromoter.OfCounts(tally.Hits, tally.Count - tally.Hits - tally.Lows, tally.Lows);

    public static SampleSummary Summary(Tally tally) => new(tally.Count, tally.Mean, tally.Count < 2 ? 0 : Math.Sqrt(Math.Max(0, tally.Squares) / (tally.Count - 1)));

    private static long? HitsOf(IndicatorDefinition definition, Tally tally) => definition.Kind is IndicatorKind.Mean or IndicatorKind.Percentile ? null : tally.Hits;

    private static Estimate Estimated(IndicatorDefinition definition, Tally tally) => definition.Kind switch
    {
        IndicatorKind.Share or IndicatorKind.Followed => Proportion.Wilson(tally.Hits, tally.Count),
        IndicatorKind.Rate => PoissonRate.Exact(tally.Hits, tally.Count),
        IndicatorKind.NetShares => NetInterval(tally),
        IndicatorKind.Percentile => Quantiles.IntervalOfSorted(tally.Sorted, definition.Share),
        _ => tally.Count < 2 ? new Estimate(tally.Mean, double.NegativeInfinity, double.PositiveInfinity) : MeanInterval.Student(Summary(tally)),
    };

    /// <summary>The score as it is, the interval around the adjusted one, which covers in small samples too (Rocks 2016).</summary>
    private static Estimate NetInterval(Tally tally)
    {
        var score = Net(tally);
        var around = score.Adjusted.Interval();
        return new Estimate(score.Score, Math.Max(-100, Math.Min(around.Lower, score.Score)), Math.Min(100, Math.Max(around.Upper, score.Score)));
    }

    private static IndicatorChange Welch(Tally before, Tally after)
    {
        var (earlier, later) = (Summary(before), Summary(after));
        if (earlier.StandardDeviation + later.StandardDeviation <= 0)
        {
            return new(later.Mean - earlier.Mean, null, null, null);
        }

        var test = WelchTest.Compare(later, earlier);
        return new(test.Difference.Value, test.Difference.Lower, test.Difference.Upper, test.P);
    }

    /// <summary>Exact for the test: of all events, how many fall into the later exposure (Przyborowski and Wilenski 1940).</summary>
    private static IndicatorChange Rates(Tally before, Tally after)
    {
        var difference = ((double)after.Hits / after.Count) - ((double)before.Hits / before.Count);
        var events = before.Hits + after.Hits;
        if (events == 0)
        {
            return new(0, null, null, null);
        }

        var error = Math.Sqrt(((double)after.Hits / after.Count / after.Count) + ((double)before.Hits / before.Count / before.Count));
        var half = Normal95 * error;
        var share = (double)after.Count / (after.Count + before.Count);
        var below = BinomialDistribution.Cdf(after.Hits - 1, events, share);
        var upTo = BinomialDistribution.Cdf(after.Hits, events, share);
        return new(difference, difference - half, difference + half, Math.Min(1, 2 * Math.Min(upTo, 1 - below)));
    }

    /// <summary>Percentiles by the standard errors that their intervals imply.</summary>
    private static IndicatorChange Apart(IndicatorDefinition definition, Tally before, Tally after)
    {
        var (earlier, later) = (Estimated(definition, before), Estimated(definition, after));
        var error = Math.Sqrt((earlier.Width * earlier.Width) + (later.Width * later.Width)) / (2 * Normal95);
        var difference = later.Value - earlier.Value;
        if (!double.IsFinite(error) || error <= 0)
        {
            return new(difference, null, null, null);
        }

        var half = Normal95 * error;
        return new(difference, difference - half, difference + half, NormalDistribution.TwoSided(difference / error));
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
