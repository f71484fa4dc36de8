using System.Globalization;
using Tajriba.Statistics;

namespace Tajriba.Bench.Simulation;

/// <summary>How often control charts cry where nothing has changed, beside what the books have.</summary>
internal static class AlarmTable
{
    /// <summary>Points of a chart whose limits come from itself; what neighbours share is small beside it.</summary>
    private const int ChartLength = 1_000;
    private const int FirstStretch = 1_024;

    private static readonly RunsRule[] WesternElectric = [RunsRule.WesternElectric1, RunsRule.WesternElectric2, RunsRule.WesternElectric3, RunsRule.WesternElectric4];

    /// <summary>Mean number of points up to the first alarm, known mean and deviation.</summary>
    private static (string Name, string Source, double Tabulated, Func<double[], int?> First)[] Runs { get; } =
    [
        ("single values beyond 3 sigma", "1/0.0027", 370.4, z => FirstOf(RunsRules.Marked(z, 0, 1, RunsRule.Nelson1))),
        ("Western Electric, all four rules", "Champ and Woodall 1987", 91.75, z => WesternElectric.Min(rule => FirstOf(RunsRules.Marked(z, 0, 1, rule)))),
        ("CUSUM, k = 0.5, h = 4", "Montgomery, table 9.3", 168, z => FirstOf(CusumChart.Of(z, 0, 1, 0.5, 4).Out)),
        ("CUSUM, k = 0.5, h = 5", "Montgomery, table 9.3", 465, z => FirstOf(CusumChart.Of(z, 0, 1, 0.5, 5).Out)),
        ("EWMA, λ = 0.4, L = 3.054", "Lucas and Saccucci 1990", 500, z => FirstOf(EwmaChart.Of(z, 0, 1, 0.4, 3.054).Out)),
        ("EWMA, λ = 0.2, L = 2.962", "Lucas and Saccucci 1990", 500, z => FirstOf(EwmaChart.Of(z, 0, 1, 0.2, 2.962).Out)),
    ];

    /// <summary>Share of a long chart's points that a rule marks, in thousandths.</summary>
    private static (string Name, string Source, double Tabulated, Func<Dice, int> Marked)[] Points { get; } =
    [
        ("XmR, limits from the data", "2(1 − Φ(3))", 2.70, dice => Individuals(dice.Normals(ChartLength))),
        ("p chart, 400 a point, 30 %", "binomial", 2.70, dice => AttributeCharts.Shares(Defectives(dice, 400, 0), Sizes(400)).Out.Count),
        ("p chart, 5,000 a point, days that differ by 4 points", "none: overdispersed", double.NaN, dice => AttributeCharts.Shares(Defectives(dice, 5_000, 0.04), Sizes(5_000)).Out.Count),
        ("the same, Laney p′", "2(1 − Φ(3))", 2.70, dice => AttributeCharts.Laney(Defectives(dice, 5_000, 0.04), Sizes(5_000)).Out.Count),
        ("u chart, 200 events a point", "2(1 − Φ(3))", 2.70, dice => AttributeCharts.Rates([.. Enumerable.Range(0, ChartLength).Select(_ => (double)dice.Events(200))], Sizes(10)).Out.Count),
        ("Nelson 2, nine on a side", "2 · 2⁻⁹", 3.91, dice => RunsRules.Marked(dice.Normals(ChartLength), 0, 1, RunsRule.Nelson2).Count),
        ("Nelson 3, six rising or falling", "2/6!", 2.78, dice => RunsRules.Marked(dice.Normals(ChartLength), 0, 1, RunsRule.Nelson3).Count),
        ("Nelson 4, fourteen alternating", "Nelson 1984", 4.57, dice => RunsRules.Marked(dice.Normals(ChartLength), 0, 1, RunsRule.Nelson4).Count),
        ("Nelson 5, two of three beyond 2", "binomial", 3.06, dice => RunsRules.Marked(dice.Normals(ChartLength), 0, 1, RunsRule.Nelson5).Count),
        ("Nelson 6, four of five beyond 1", "binomial", 5.53, dice => RunsRules.Marked(dice.Normals(ChartLength), 0, 1, RunsRule.Nelson6).Count),
        ("Nelson 7, fifteen within 1", "0.6827¹⁵", 3.26, dice => RunsRules.Marked(dice.Normals(ChartLength), 0, 1, RunsRule.Nelson7).Count),
        ("Nelson 8, eight beyond 1", "0.3173⁸", 0.10, dice => RunsRules.Marked(dice.Normals(ChartLength), 0, 1, RunsRule.Nelson8).Count),
    ];

    public static void Print(int runs, int seed)
    {
        Console.WriteLine("| chart in control | ours | tabulated | source |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        foreach ((string name, string source, double tabulated, Func<double[], int?> first) in Runs)
        {
            (double mean, double error) = RunLength(first, runs, seed);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name}: points to the first alarm | {mean:0.0} ± {error:0.0} | {tabulated:0.##} | {source} |"));
        }

        int charts = Math.Max(1, runs / 20);
        foreach ((string name, string source, double tabulated, Func<Dice, int> marked) in Points)
        {
            var dice = new Dice(seed);
            double[] shares = [.. Enumerable.Range(0, charts).Select(_ => 1_000.0 * marked(dice) / ChartLength)];
            SampleSummary all = SampleSummary.Of(shares);
            string known = double.IsNaN(tabulated) ? "–" : tabulated.ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name}: alarms in 1,000 points | {all.Mean:0.00} ± {1.96 * all.StandardDeviation / Math.Sqrt(charts):0.00} | {known} | {source} |"));
        }
    }

    /// <summary>Mean points up to and with the first alarm, and half of its 95 % interval.</summary>
    private static (double Mean, double Error) RunLength(Func<double[], int?> first, int runs, int seed)
    {
        var dice = new Dice(seed);
        var lengths = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            double[] values = dice.Normals(FirstStretch);
            int? alarm;
            while ((alarm = first(values)) is null)
            {
                values = [.. values, .. dice.Normals(values.Length)];
            }

            lengths[i] = alarm.Value + 1;
        }

        SampleSummary all = SampleSummary.Of(lengths);
        return (all.Mean, 1.96 * all.StandardDeviation / Math.Sqrt(runs));
    }

    private static int? FirstOf(IReadOnlyList<int> marked) => marked.Count == 0 ? null : marked[0];

    private static int Individuals(double[] values)
    {
        ControlLimits limits = IndividualsChart.Of(values).Limits;
        return values.Count(limits.Excludes);
    }

    private static double[] Defectives(Dice dice, int size, double deviation)
        => [.. Enumerable.Range(0, ChartLength).Select(_ =>
        {
            double share = 0.3 + (deviation * dice.Normal());
            return Math.Clamp(Math.Round((size * share) + (Math.Sqrt(size * share * (1 - share)) * dice.Normal())), 0, size);
        })];

    private static double[] Sizes(double size) => [.. Enumerable.Repeat(size, ChartLength)];
}
