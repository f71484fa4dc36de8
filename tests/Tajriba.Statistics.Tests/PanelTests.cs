namespace Tajriba.Statistics.Tests;

/// <summary>Relations of measures within units: against R, against what a shift must give, and against chance.</summary>
public sealed class PanelTests
{
    /// <summary>R's <c>attitude</c> (Chatterjee and Price 1977).</summary>
    private static readonly double[] Complaints = [51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85, 82];
    private static readonly double[] Rating = [43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82];

    [Fact]
    public void One_unit_without_lag_is_what_R_s_lm_and_cor_give()
    {
        // summary(lm(rating ~ complaints, attitude)): slope 0.75461, R² 0.6813.
        LaggedRelation relation = LaggedRelation.Of([new(Complaints, Rating)], 0, new Random(1))!;
        Assert.Equal(0.75461, relation.Slope.Value, 5);
        Assert.Equal(0.6813, relation.Correlation.Value * relation.Correlation.Value, 4);
        Assert.Equal((30, 1), (relation.Pairs, relation.Units));
        Assert.True(relation.Slope.Contains(0.75461) && relation.Slope.Lower > 0);
    }

    [Fact]
    public void The_quartet_of_Anscombe_has_one_slope_and_one_correlation()
    {
        // Anscombe 1973, table 1 (R's anscombe): slope 0.500, r 0.816 for each of the four.
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], x4 = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8];
        double[][] y =
        [
            [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
            [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74],
            [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73],
        ];
        foreach (double[] one in y)
        {
            LaggedRelation relation = LaggedRelation.Of([new(x, one)], 0, new Random(1))!;
            Assert.Equal((0.5, 0.816), (Math.Round(relation.Slope.Value, 3), Math.Round(relation.Correlation.Value, 3)));
        }

        // In most resamples of the fourth its first measure does not vary: nothing honest can be said of it.
        Assert.Null(LaggedRelation.Of([new(x4, [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89])], 0, new Random(1)));
    }

    [Fact]
    public void What_always_differs_between_units_relates_nothing()
    {
        PanelSeries low = new(Complaints, Rating);
        PanelSeries high = new([.. Complaints.Select(v => v + 1_000)], [.. Rating.Select(v => v - 5_000)]);
        LaggedRelation one = LaggedRelation.Of([low], 0, new Random(1))!;
        LaggedRelation both = LaggedRelation.Of([low, high], 0, new Random(1))!;
        Assert.Equal(one.Slope.Value, both.Slope.Value, 10);
        Assert.Equal(one.Correlation.Value, both.Correlation.Value, 10);
        Assert.Equal((60, 2), (both.Pairs, both.Units));
    }

    [Fact]
    public void A_measure_that_follows_after_two_periods_is_found_at_two()
    {
        double[] x = Noise(60, 7), y = [.. Enumerable.Range(0, 60).Select(t => t < 2 ? 0 : (-3 * x[t - 2]) + 1)];
        LaggedRelation two = LaggedRelation.Of([new(x, y)], 2, new Random(1))!;
        Assert.Equal((-1.0, -3.0), (Math.Round(two.Correlation.Value, 10), Math.Round(two.Slope.Value, 10)));
        Assert.Equal(58, two.Pairs);
        Assert.All([0, 1, 3], lag => Assert.True(Math.Abs(LaggedRelation.Of([new(x, y)], lag, new Random(1))!.Correlation.Value) < 0.5));
    }

    [Fact]
    public void Periods_in_which_nothing_was_measured_are_left_out()
    {
        double[] holes = [.. Complaints.Select((v, at) => at == 3 ? double.NaN : v)];
        LaggedRelation relation = LaggedRelation.Of([new(holes, Rating)], 0, new Random(1))!;
        Assert.Equal(29, relation.Pairs);
        double[] x = [.. Complaints.Where((_, at) => at != 3)], y = [.. Rating.Where((_, at) => at != 3)];
        Assert.Equal(Correlation.Pearson(x, y), relation.Correlation.Value, 12);
    }

    [Fact]
    public void Too_little_or_a_measure_that_stands_still_gives_nothing()
    {
        Assert.Null(LaggedRelation.Of([], 0, new Random(1)));
        Assert.Null(LaggedRelation.Of([new([1, 2, 3], [1, 2, 3])], 0, new Random(1)));
        Assert.Null(LaggedRelation.Of([new([.. Complaints.Select(_ => 0.1)], Rating)], 0, new Random(1)));
        Assert.Null(LaggedRelation.Of([new(Complaints, Rating)], 29, new Random(1)));
        Assert.Throws<ArgumentException>(() => LaggedRelation.Of([new([1, 2], [1])], 0, new Random(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaggedRelation.Of([new(Complaints, Rating)], -1, new Random(1)));
    }

    [Fact]
    public void Of_measures_that_have_nothing_to_do_with_each_other_few_intervals_leave_zero_out()
    {
        int wrong = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            PanelSeries[] panel = [.. Enumerable.Range(0, 6).Select(u => new PanelSeries(Noise(24, (1_000 * seed) + u), Noise(24, (1_000 * seed) + u + 500)))];
            wrong += LaggedRelation.Of(panel, 1, new Random(seed), 200)!.Correlation.Contains(0) ? 0 : 1;
        }

        // The percentile bootstrap is a little too sure of itself with 23 periods.
        Assert.InRange(wrong, 2, 28);
    }

    private static double[] Noise(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble())];
    }
}
