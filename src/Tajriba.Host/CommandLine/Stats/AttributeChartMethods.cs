using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Control charts of counts, shares and rates.</summary>
internal static class AttributeChartMethods
{
    public static StatsMethod[] All =>
    [
        new("c-chart", Counts),
        new("p-chart", Shares),
        new("p-prime-chart", Laney),
        new("u-chart", Rates),
        new("u-chart-sizes", RatesBySize),
    ];

    private static Answer Counts(MethodInput input)
    {
        CountChart chart = AttributeCharts.Counts(Counted(input, "counts"));
        return new Answer { { "cbar", chart.Centre }, { "UCL", chart.Limits[0].Upper }, { "LCL", chart.Limits[0].Lower }, { "out", SampleNumbers(chart.Out) } };
    }

    private static Answer Shares(MethodInput input)
    {
        double[] defectives = Counted(input, "defectives");
        double[] sizes = Sizes(input, "n", "defectives", defectives);
        CountChart chart = input.Fit("defectives", () => AttributeCharts.Shares(defectives, sizes));
        var answer = new Answer { { "pbar", chart.Centre } };
        AddLimits(answer, chart, input.KindOf("n") == JsonValueKind.Array);
        answer.Add("out", SampleNumbers(chart.Out));
        return answer;
    }

    private static Answer Laney(MethodInput input)
    {
        double[] defectives = Counted(input, "defectives");
        double[] sizes = Sizes(input, "n", "defectives", defectives);
        LaneyChart chart = input.Fit("defectives", () => AttributeCharts.Laney(defectives, sizes));
        return new Answer
        {
            { "pbar", chart.Plain.Centre },
            { "UCL", chart.Plain.Limits.Select(limits => limits.Upper) },
            { "LCL", chart.Plain.Limits.Select(limits => limits.Lower) },
            { "out", SampleNumbers(chart.Plain.Out) },
            { "z", chart.Scores },
            { "sigma_z", chart.ScoreSigma },
            { "UCL_prime", chart.Limits.Select(limits => limits.Upper) },
            { "LCL_prime", chart.Limits.Select(limits => limits.Lower) },
            { "out_prime", SampleNumbers(chart.Out) },
        };
    }

    private static Answer Rates(MethodInput input) => Rates(input, "n");

    private static Answer RatesBySize(MethodInput input) => Rates(input, "size");

    private static Answer Rates(MethodInput input, string size)
    {
        double[] defects = Counted(input, "defects");
        CountChart chart = AttributeCharts.Rates(defects, Sizes(input, size, "defects", defects));
        var answer = new Answer { { "ubar", chart.Centre } };
        AddLimits(answer, chart, input.KindOf(size) == JsonValueKind.Array);
        answer.Add("u", chart.Values);
        answer.Add("out", SampleNumbers(chart.Out));
        return answer;
    }

    private static double[] Counted(MethodInput input, string name) => [.. input.Counts(name, 2).Select(count => (double)count)];

    /// <summary>One size for all samples, or one for each.</summary>
    private static double[] Sizes(MethodInput input, string name, string countsName, double[] counts)
    {
        if (input.KindOf(name) != JsonValueKind.Array)
        {
            double size = input.Positive(name);
            return [.. counts.Select(_ => size)];
        }

        double[] sizes = input.NumbersAsMany(name, counts.Length, countsName);
        int empty = Array.FindIndex(sizes, size => size <= 0);
        return empty < 0 ? sizes : throw input.Refuse($"{name}[{empty}]", $"must be above 0, not {MethodInput.Shown(sizes[empty])}");
    }

    private static void AddLimits(Answer answer, CountChart chart, bool each)
    {
        answer.Add("UCL", each ? (object)chart.Limits.Select(limits => limits.Upper).ToArray() : chart.Limits[0].Upper);
        answer.Add("LCL", each ? (object)chart.Limits.Select(limits => limits.Lower).ToArray() : chart.Limits[0].Lower);
    }

    /// <summary>Charts of counts name samples by their number, from 1.</summary>
    private static int[] SampleNumbers(IReadOnlyList<int> indices) => [.. indices.Select(i => i + 1)];
}
