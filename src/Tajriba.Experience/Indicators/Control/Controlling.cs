using Tajriba.Experience.Indicators.Measure;
using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Draws control charts: the kind by what is measured, limits from the first periods, runs rules on the scores.</summary>
internal static class Controlling
{
    /// <summary>Periods that a baseline needs.</summary>
    public const int FewestPeriods = 12;

    /// <summary>Periods that a baseline has at most.</summary>
    public const int LongestBaseline = 25;

    /// <summary>Beyond this spread of scores a p chart would cry at every ripple.</summary>
    private const double MostSpread = 1.3;

    /// <summary>Few enough rules that a process in control is left alone for more than a hundred periods on average.</summary>
    public static IReadOnlyList<RunsRule> Rules { get; } = [RunsRule.Nelson1, RunsRule.Nelson2, RunsRule.WesternElectric2];

    /// <summary>The chart, or null where the periods are too few or never vary.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="periods">Its periods, oldest first.</param>
    /// <param name="change">A day on which something was changed: the limits come from the last periods before it; null for from the first ones.</param>
    public static ControlChart? Of(IndicatorDefinition definition, IReadOnlyList<(Period Period, Tally Tally)> periods, DateOnly? change = null)
    {
        (Period Period, Tally Tally)[] used = [.. periods.Where(p => p.Tally.Count >= Measuring.Fewest)];
        var before = change is { } day ? used.Count(p => p.Period.To < day) : used.Length;
        if (before < FewestPeriods)
        {
            return null;
        }

        used = change is null ? used : used[Math.Max(0, before - LongestBaseline)..];
        var baseline = Math.Min(LongestBaseline, change is null ? Math.Max(FewestPeriods, used.Length * 2 / 3) : before);
        if (Limits(definition, [.. used.Take(baseline).Select(p => p.Tally)]) is not { } limits)
        {
            return null;
        }

        double[] values = [.. used.Select(p => ValueOf(definition, p.Tally))];
        var within = used.Select(p => limits.Of(p.Tally.Count)).ToArray();
        double[] scores = [.. values.Select((v, i) => (v - limits.Centre) / Spread(limits.Centre, within[i]))];
        var marks = Rules.ToDictionary(r => r, r => RunsRules.Marked(scores, 0, 1, r).ToHashSet());
        return new(
            limits.Kind,
            limits.Centre,
            [.. used.Select((p, i) => new ControlPoint(
                p.Period.From, p.Period.To, p.Tally.Count, values[i], within[i].Lower, within[i].Upper, scores[i], i < baseline, [.. Rules.Where(r => marks[r].Contains(i))]))],
            EwmaChart.Of(scores, 0, 1),
            CusumChart.Of(scores, 0, 1));
    }

    private static double ValueOf(IndicatorDefinition definition, Tally tally) => Measuring.Value(definition, tally).Value!.Value;

    /// <summary>One standard deviation; a limit that is cut off at 0 or 1 says too little, the other one does not.</summary>
    private static double Spread(double centre, ControlLimits limits) => Math.Max(limits.Upper - centre, centre - limits.Lower) / 3;

    private static BaselineLimits? Limits(IndicatorDefinition definition, Tally[] baseline)
    {
        double[] hits = [.. baseline.Select(t => (double)t.Hits)];
        double[] sizes = [.. baseline.Select(t => (double)t.Count)];
        switch (definition.Kind)
        {
            case IndicatorKind.Share or IndicatorKind.Followed when hits.Sum() > 0 && hits.Sum() < sizes.Sum():
                var laney = AttributeCharts.Laney(hits, sizes);
                var sigma = laney.ScoreSigma > MostSpread ? laney.ScoreSigma : 1;
                return new(sigma > 1 ? ControlKind.Laney : ControlKind.P, laney.Plain.Centre, size => AttributeCharts.ShareLimits(laney.Plain.Centre, size, sigma));
            case IndicatorKind.Rate when hits.Sum() > 0:
                var rate = hits.Sum() / sizes.Sum();
                return Varying(ControlKind.U, ControlKind.LaneyU, rate, Math.Sqrt(rate), [.. baseline.Select(t => (double)t.Hits / t.Count)], sizes, (0, double.PositiveInfinity));
            case IndicatorKind.Share or IndicatorKind.Followed or IndicatorKind.Rate:
                return null;
            case IndicatorKind.Mean or IndicatorKind.NetShares when Within(definition, baseline) is > 0 and var within:
                double[] values = [.. baseline.Select(t => ValueOf(definition, t))];
                var mean = values.Select((v, i) => v * sizes[i]).Sum() / sizes.Sum();
                return Varying(ControlKind.Means, ControlKind.LaneyMeans, mean, within, values, sizes, RangeOf(definition));
            default:
                var single = IndividualsChart.Of([.. baseline.Select(t => ValueOf(definition, t))]);
                return single.Sigma > 0 ? new(ControlKind.XmR, single.Mean, _ => single.Limits) : null;
        }
    }

    /// <summary>
    /// Limits centre ± 3 σ_z σ/√n for periods of unequal size. σ_z is 1 unless the scores of the baseline move more from period
    /// to period than their sizes explain: then it is their mean moving range over 1.128 (Laney 2002).
    /// </summary>
    private static BaselineLimits? Varying(ControlKind plain, ControlKind laney, double centre, double deviation, double[] values, double[] sizes, (double Least, double Most) range)
    {
        var spread = IndividualsChart.Of([.. values.Select((v, i) => (v - centre) / (deviation / Math.Sqrt(sizes[i])))]).Sigma;
        var sigma = spread > MostSpread ? spread : 1;
        return new(sigma > 1 ? laney : plain, centre, size =>
        {
            var half = 3 * sigma * deviation / Math.Sqrt(size);
            return new ControlLimits(Math.Max(range.Least, centre - half), Math.Min(range.Most, centre + half));
        });
    }

    /// <summary>Standard deviation of single observations, pooled over the periods (Montgomery 2013, 6.3.2).</summary>
    private static double Within(IndicatorDefinition definition, Tally[] periods)
    {
        var degrees = periods.Sum(t => t.Count - 1.0);
        return degrees <= 0 ? 0 : Math.Sqrt(periods.Sum(t => definition.Kind == IndicatorKind.NetShares ? Measuring.Net(t).Variance * (t.Count - 1) : Math.Max(0, t.Squares)) / degrees);
    }

    /// <summary>What a value can be at all: limits beyond it say nothing.</summary>
    private static (double Least, double Most) RangeOf(IndicatorDefinition definition)
        => definition.Kind == IndicatorKind.NetShares ? (-100, 100) : (definition.Measure == IndicatorMeasure.Duration ? 0 : double.NegativeInfinity, double.PositiveInfinity);

    private sealed record BaselineLimits(ControlKind Kind, double Centre, Func<double, ControlLimits> Of);
}
