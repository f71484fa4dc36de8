using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Samples of a population: strata and weights.</summary>
internal static class SamplingMethods
{
    public static StatsMethod[] All => [new("stratified", Stratified), new("raking", Rake)];

    private static Answer Stratified(MethodInput input)
    {
        SampledStratum[] strata = input.KindOf("strata") == JsonValueKind.Object ? FromColumns(input.Object("strata")) : [.. input.Objects("strata").Select(Stratum)];
        (Estimate mean, double error) = StratifiedSample.Mean(strata);
        var answer = new Answer { { "mean", mean.Value }, { "se", error } };
        if (input.Has("n_new"))
        {
            double size = input.Whole("n_new", 1);
            answer.Add("neyman", strata.Any(s => s.Sample.StandardDeviation > 0)
                ? StratifiedSample.NeymanAllocation(strata, size)
                : throw input.Refuse("strata", "must have a stratum whose sd is above 0"));
        }

        return answer;
    }

    private static SampledStratum Stratum(MethodInput stratum)
    {
        long n = stratum.Whole("n", 2);
        return new SampledStratum(stratum.Whole("N", n), new SampleSummary(n, stratum.Number("mean"), stratum.Number("sd", 0)));
    }

    /// <summary>The same as an object of lists.</summary>
    private static SampledStratum[] FromColumns(MethodInput strata)
    {
        long[] population = strata.Counts("N");
        double[] n = strata.NumbersAsMany("n", population.Length, "N", 2);
        double[] means = strata.NumbersAsMany("mean", population.Length, "N"), deviations = strata.NumbersAsMany("sd", population.Length, "N", 0);
        int odd = Array.FindIndex(n, 0, n.Length, value => value != Math.Floor(value));
        if (odd >= 0)
        {
            throw strata.Refuse($"n[{odd}]", "must be a whole number");
        }

        odd = Enumerable.Range(0, n.Length).FirstOrDefault(i => n[i] > population[i], -1);
        return odd < 0
            ? [.. population.Select((units, i) => new SampledStratum(units, new SampleSummary((long)n[i], means[i], deviations[i])))]
            : throw strata.Refuse($"N[{odd}]", $"must be at least n[{odd}] ({n[odd]})");
    }

    private static Answer Rake(MethodInput input)
    {
        double[][] table = input.Matrix("sample_table", 1, 1, 0);
        double[] rows = input.NumbersAsMany("row_targets", table.Length, "the rows of sample_table", 0);
        double[] columns = input.NumbersAsMany("column_targets", table[0].Length, "the columns of sample_table", 0);
        if (rows.Sum() <= 0)
        {
            throw input.Refuse("row_targets", "must not all be 0");
        }

        if (Math.Abs(rows.Sum() - columns.Sum()) > 1e-6 * rows.Sum())
        {
            throw input.Refuse("column_targets", $"must have the sum of row_targets ({MethodInput.Shown(rows.Sum())}), not {MethodInput.Shown(columns.Sum())}");
        }

        Raking raking;
        try
        {
            raking = Raking.Fit(table, rows, columns);
        }
        catch (ArgumentException)
        {
            throw input.Refuse("sample_table", "has empty cells that keep the targets from being met");
        }

        return new Answer
        {
            { "fitted", raking.Fitted },
            { "weights_per_cell", raking.Weights },
            { "kish_deff", raking.DesignEffect },
            { "n_effective", raking.EffectiveSize },
        };
    }
}
