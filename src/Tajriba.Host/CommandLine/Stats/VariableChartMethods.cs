using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Control charts of measured values, their constants and their runs rules.</summary>
internal static class VariableChartMethods
{
    private static readonly (string Name, RunsRule Rule)[] Rules =
    [
        ("N1", RunsRule.Nelson1),
        ("N2", RunsRule.Nelson2),
        ("N3", RunsRule.Nelson3),
        ("N4", RunsRule.Nelson4),
        ("N5", RunsRule.Nelson5),
        ("N6", RunsRule.Nelson6),
        ("N7", RunsRule.Nelson7),
        ("N8", RunsRule.Nelson8),
        ("WE1", RunsRule.WesternElectric1),
        ("WE2", RunsRule.WesternElectric2),
        ("WE3", RunsRule.WesternElectric3),
        ("WE4", RunsRule.WesternElectric4),
    ];

    public static StatsMethod[] All =>
    [
        new("xbar-chart", Subgroups),
        new("xmr-chart", Individuals),
        new("ewma-cusum", Memory),
        new("runs-rules", Runs),
        new("spc-constants", Constants),
    ];

    private static Answer Subgroups(MethodInput input)
    {
        double[][] samples = input.Matrix("samples", 2, 2);
        SubgroupChart chart = input.Fit("samples", () => SubgroupChart.Of(samples));
        return new Answer
        {
            { "xbarbar", chart.Mean },
            { "Rbar", chart.MeanRange },
            { "sigma_R", chart.RangeSigma },
            { "xbar_R", Limits(chart.ByRange) },
            { "R_chart", Limits(chart.Ranges) },
            { "sbar", chart.MeanDeviation },
            { "xbar_S", Limits(chart.ByDeviation) },
            { "S_chart", Limits(chart.Deviations) },
        };
    }

    private static Answer Individuals(MethodInput input)
    {
        double[] values = input.Numbers("x", 2);
        double d2 = input.Has("d2") ? input.Positive("d2") : 1.128;
        double upper = input.Has("D4") ? input.Positive("D4") : 3.267;
        var chart = IndividualsChart.Of(values, d2, upper);
        return new Answer
        {
            { "mean", chart.Mean },
            { "moving_ranges", chart.Ranges },
            { "mr_mean", chart.MeanRange },
            { "sigma", chart.Sigma },
            { "UCL_X", chart.Limits.Upper },
            { "LCL_X", chart.Limits.Lower },
            { "UCL_MR", chart.RangeUpper },
            { "mr_median", chart.MedianRange },
            { "UCL_X_median_mr", chart.MedianLimits.Upper },
            { "LCL_X_median_mr", chart.MedianLimits.Lower },
        };
    }

    private static Answer Memory(MethodInput input)
    {
        double[] values = input.Numbers("x");
        double mean = input.Number("mu");
        double sigma = input.Positive("sigma");
        double weight = input.NumberOrNull("lambda", 0, 1) ?? 0.2;
        double width = input.Has("L") ? input.Positive("L") : 3;
        double slack = input.NumberOrNull("k", 0) ?? 0.5;
        double decision = input.Has("h") ? input.Positive("h") : 5;
        EwmaChart ewma = input.Fit("lambda", () => EwmaChart.Of(values, mean, sigma, weight, width));
        var cusum = CusumChart.Of(values, mean, sigma, slack, decision);
        return new Answer
        {
            { "ewma", ewma.Values },
            { "UCL", ewma.Limits.Select(limits => limits.Upper) },
            { "LCL", ewma.Limits.Select(limits => limits.Lower) },
            { "ewma_out", ewma.Out },
            { "cusum_plus", cusum.Up },
            { "cusum_minus", cusum.Down },
            { "cusum_out", cusum.Out },
        };
    }

    private static Answer Runs(MethodInput input)
    {
        double[] values = input.Numbers("x");
        double mean = input.Number("mu");
        double sigma = input.Positive("sigma");
        return Answer.ByName(Rules.Select(rule => rule.Name), Rules.Select(rule => RunsRules.Marked(values, mean, sigma, rule.Rule)));
    }

    private static Answer Constants(MethodInput input)
    {
        ControlConstants[] all = [.. input.Wholes("n", 1, 2, 1_000).Select(size => ControlConstants.For((int)size))];
        return new Answer
        {
            { "d2", all.Select(one => one.D2) },
            { "d3", all.Select(one => one.D3) },
            { "c4", all.Select(one => one.C4) },
            { "A2", all.Select(one => one.A2) },
            { "D3", all.Select(one => one.RangeLower) },
            { "D4", all.Select(one => one.RangeUpper) },
            { "A3", all.Select(one => one.A3) },
            { "B3", all.Select(one => one.DeviationLower) },
            { "B4", all.Select(one => one.DeviationUpper) },
            { "E2", all.Select(one => one.E2) },
        };
    }

    private static Answer Limits(ControlLimits limits) => new() { { "UCL", limits.Upper }, { "LCL", limits.Lower } };
}
