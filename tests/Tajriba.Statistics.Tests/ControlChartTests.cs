using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

public sealed class ControlChartTests
{
    // Montgomery, table 9.1: mean 10 and sigma 1 for twenty values, then a shift by one sigma.
    private static readonly double[] Shifted =
    [
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08,
        9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
    ];

    [Fact]
    public void Range_of_two_has_a_closed_form()
    {
        var two = ControlConstants.For(2);
        Assert.Equal(2 / Math.Sqrt(Math.PI), two.D2, 1e-8);
        Assert.Equal(Math.Sqrt(2 - (4 / Math.PI)), two.D3, 1e-8);
        Assert.Equal(Math.Sqrt(2 / Math.PI), two.C4, 1e-12);
        Assert.Equal(3 / Math.Sqrt(Math.PI), ControlConstants.For(3).D2, 1e-8);
    }

    [Fact]
    public void Constants_of_large_samples_match_harter()
    {
        // Harter (1960): the mean range of 50 and of 100 standard normal values.
        Assert.Equal(4.49815, ControlConstants.For(50).D2, 5e-5);
        Assert.Equal(5.01519, ControlConstants.For(100).D2, 5e-5);
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlConstants.For(1));
    }

    [Fact]
    public void Cusum_sees_the_shift_of_montgomery_where_he_does()
    {
        var chart = CusumChart.Of(Shifted, 10, 1);
        Assert.Equal(5.28, chart.Up[28], 1e-9);
        Assert.Equal(1.46, chart.Down[6], 1e-9);
        Assert.Equal([28, 29], chart.Out);
    }

    [Fact]
    public void Ewma_begins_as_montgomerys_and_ends_at_the_asymptotic_limits()
    {
        var chart = EwmaChart.Of(Shifted, 10, 1, 0.1, 2.7);
        Assert.Equal([9.945, 9.7495, 9.70355, 9.899195], chart.Values.Take(4).Select(value => Math.Round(value, 8)));
        Assert.Equal(10.27, chart.Limits[0].Upper, 1e-12);
        Assert.Equal(10 + (2.7 * Math.Sqrt(0.1 / 1.9)), EwmaChart.Of(new double[500], 10, 1, 0.1, 2.7).Limits[^1].Upper, 1e-12);
        Assert.Equal([28, 29], chart.Out);
    }

    [Fact]
    public void Ewma_of_weight_one_is_the_chart_of_single_values()
    {
        var chart = EwmaChart.Of(Shifted, 10, 1, 1);
        Assert.Equal(Shifted, chart.Values);
        Assert.All(chart.Limits, limits => Assert.Equal(new ControlLimits(7, 13), limits));
    }

    [Fact]
    public void Laney_widens_by_the_moving_range_of_scores()
    {
        double[] defectives = [10, 30, 12, 28];
        double[] sizes = [100, 100, 100, 100];
        var chart = AttributeCharts.Laney(defectives, sizes);

        // By hand: mean 0.2, sigma 0.04, z = -2.5, 2.5, -2, 2; ranges 5, 4.5, 4.
        Assert.Equal([-2.5, 2.5, -2, 2], chart.Scores.Select(z => Math.Round(z, 10)));
        Assert.Equal(4.5 / 1.128, chart.ScoreSigma, 1e-12);
        Assert.Equal(0.2 + (3 * 0.04 * 4.5 / 1.128), chart.Limits[0].Upper, 1e-12);
        Assert.Equal(0, chart.Limits[0].Lower);
        Assert.Empty(chart.Out);
    }

    [Fact]
    public void Shares_of_one_size_have_one_pair_of_limits()
    {
        var chart = AttributeCharts.Shares([3, 5, 9], [50, 50, 50]);
        Assert.Single(chart.Limits.Distinct());
        Assert.Throws<ArgumentException>(() => AttributeCharts.Shares([3, 51], [50, 50]));
        Assert.Throws<ArgumentException>(() => AttributeCharts.Counts([3, -1]));
    }

    [Fact]
    public void Individuals_move_with_their_unit()
        => Prop.ForAll(Gen.Choose(-500, 500).ArrayOf().Where(values => values.Length >= 2).ToArbitrary(), whole =>
        {
            double[] values = [.. whole.Select(value => value / 10.0)];
            var chart = IndividualsChart.Of(values);
            var scaled = IndividualsChart.Of([.. values.Select(value => (3 * value) + 7)]);
            return Math.Abs(scaled.Limits.Upper - ((3 * chart.Limits.Upper) + 7)) < 1e-8
                && Math.Abs(scaled.Sigma - (3 * chart.Sigma)) < 1e-8
                && chart.Limits.Lower <= chart.Mean && chart.Mean <= chart.Limits.Upper;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Western_electric_rules_are_the_stricter()
        => Prop.ForAll(Gen.Choose(-40, 40).ArrayOf().ToArbitrary(), whole =>
        {
            double[] z = [.. whole.Select(value => value / 10.0)];
            bool Within(RunsRule narrow, RunsRule wide) => !RunsRules.Marked(z, 0, 1, narrow).Except(RunsRules.Marked(z, 0, 1, wide)).Any();
            return Within(RunsRule.WesternElectric2, RunsRule.Nelson5)
                && Within(RunsRule.WesternElectric3, RunsRule.Nelson6)
                && Within(RunsRule.Nelson2, RunsRule.WesternElectric4)
                && RunsRules.Marked(z, 0, 1, RunsRule.Nelson1).SequenceEqual(Enumerable.Range(0, z.Length).Where(i => Math.Abs(z[i]) > 3));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void False_alarms_come_as_seldom_as_tabulated()
    {
        // Montgomery, table 9.3: with k = 0.5 and h = 5 a process in control runs 465 values on average, one shifted by 1 runs 10.4.
        Assert.Equal(465, MeanRun(shift: 0, runs: 3_000), 30.0);
        Assert.Equal(10.4, MeanRun(shift: 1, runs: 3_000), 0.4);
        var alone = RunsRules.Marked(Normal(new Random(3), 400_000, 0), 0, 1, RunsRule.Nelson1);
        Assert.Equal(0.0027, alone.Count / 400_000.0, 0.0003);
    }

    private static double MeanRun(double shift, int runs)
    {
        var random = new Random(8);
        return Enumerable.Range(0, runs).Average(_ =>
        {
            var seed = random.Next();
            for (var length = 500; ; length *= 4)
            {
                // The same seed begins the longer run with the values of the shorter.
                var alarms = CusumChart.Of(Normal(new Random(seed), length, shift), 0, 1).Out;
                if (alarms.Count > 0)
                {
                    return alarms[0] + 1.0;
                }
            }
        });
    }

    private static double[] Normal(Random random, int count, double shift)
        => [.. Enumerable.Range(0, count).Select(_ => NormalDistribution.Quantile(1 - random.NextDouble()) + shift)];

    [Fact]
    public void A_point_on_the_centre_line_or_on_a_distance_counts_for_no_side()
    {
        double[] eight = [1, 1, 1, 1, 0, 1, 1, 1, 1];
        Assert.Empty(RunsRules.Marked(eight, 0, 2, RunsRule.WesternElectric4));
        Assert.Empty(RunsRules.Marked([3, -3], 0, 1, RunsRule.Nelson1));
        Assert.Empty(RunsRules.Marked(Enumerable.Repeat(1.0, 15).ToArray(), 0, 1, RunsRule.Nelson7));
        Assert.Empty(RunsRules.Marked(Enumerable.Repeat(1.0, 8).ToArray(), 0, 1, RunsRule.Nelson8));
    }

    [Fact]
    public void Limits_of_one_sample_are_those_of_the_chart()
    {
        double[] hits = [3, 5, 9, 2, 7], sizes = [50, 60, 80, 40, 55];
        var laney = AttributeCharts.Laney(hits, sizes);
        var rates = AttributeCharts.Rates(hits, sizes);
        for (var i = 0; i < hits.Length; i++)
        {
            Assert.Equal(laney.Plain.Limits[i], AttributeCharts.ShareLimits(laney.Plain.Centre, sizes[i]));
            Assert.Equal(laney.Limits[i], AttributeCharts.ShareLimits(laney.Plain.Centre, sizes[i], laney.ScoreSigma));
            Assert.Equal(rates.Limits[i], AttributeCharts.RateLimits(rates.Centre, sizes[i]));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeCharts.ShareLimits(1.5, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeCharts.RateLimits(1, 0));
    }
}
