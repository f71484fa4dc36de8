namespace Tajriba.Statistics.Tests;

public sealed class ChangeTests
{
    // Garwood's limits as tabled in Pearson and Hartley, Biometrika Tables I, table 40.
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(10, 4.795, 18.39)]
    [InlineData(50, 37.11, 65.92)]
    public void Poisson_limits_match_the_table(long events, double lower, double upper)
    {
        var rate = PoissonRate.Exact(events);
        Assert.Equal(lower, rate.Lower, 0.005);
        Assert.Equal(upper, rate.Upper, 0.005);
        Assert.Equal(rate.Upper / 4, PoissonRate.Exact(events, 4).Upper, 12);
    }

    [Fact]
    public void Rate_ratio_turns_round_with_its_samples()
    {
        var there = PoissonRate.Ratio(30, 100, 12, 80);
        var back = PoissonRate.Ratio(12, 80, 30, 100);
        Assert.Equal(2, there.Value, 12);
        Assert.Equal(there.Lower, 1 / back.Upper, 9);
        Assert.True(double.IsPositiveInfinity(PoissonRate.Ratio(3, 1, 0, 1).Upper));
        Assert.Throws<ArgumentException>(() => PoissonRate.Ratio(0, 1, 0, 1));
    }

    [Fact]
    public void A_season_alone_is_no_change()
    {
        // 28 days, then 10 that begin on the busiest places of the week.
        long[] week = [10, 20, 30, 40, 50, 200, 300];
        long[] before = [.. Enumerable.Range(0, 28).Select(i => week[i % 7])];
        long[] after = [.. Enumerable.Range(5, 10).Select(i => week[i % 7])];
        var change = CountChange.Compare(before, after, 7, 5)!.Value;
        Assert.Equal(1, change.Ratio.Value, 9);
        Assert.True(CountChange.Compare(before, after, 1)!.Value.Ratio.Value > 1.1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Change_covers_the_true_ratio_even_where_days_vary_more_than_chance(bool overdispersed)
    {
        var random = new Random(4);
        double[] week = [40, 60, 50, 55, 60, 110, 20];
        var covered = 0;
        for (var round = 0; round < 1_500; round++)
        {
            var change = CountChange.Compare(Draw(42, 0, 1), Draw(30, 3, 1.25), 7, 3)!.Value;
            covered += change.Ratio.Contains(1.25) ? 1 : 0;
        }

        Assert.InRange(covered / 1_500.0, 0.925, 0.975);

        long[] Draw(int days, int offset, double factor)
            => [.. Enumerable.Range(offset, days).Select(i => Poisson(week[i % 7] * factor * (overdispersed ? 0.5 + random.NextDouble() : 1)))];

        long Poisson(double mean)
        {
            long count = 0;
            for (var time = -Math.Log(1 - random.NextDouble()); time < mean; time -= Math.Log(1 - random.NextDouble()))
            {
                count++;
            }

            return count;
        }
    }

    [Fact]
    public void Trend_matches_the_regression_of_anscombe()
    {
        // Anscombe (1973), first set by ascending x 4 to 14: slope 0.5001, standard error 0.1179, p 0.00217.
        double[] y = [4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96];
        var trend = SeasonalTrend.Fit(y);
        Assert.Equal(0.5001, trend.Slope.Value, 4);
        Assert.Equal(0.1179, (trend.Slope.Upper - trend.Slope.Value) / 2.2621571, 4);
        Assert.Equal(0.00217, trend.P, 5);
    }

    [Fact]
    public void Season_is_told_from_trend()
    {
        double[] season = [-3, 0, 1, 5, -3];
        double[] values = [.. Enumerable.Range(0, 33).Select(i => 100 + (0.25 * i) + season[i % 5])];
        var trend = SeasonalTrend.Fit(values, 5);
        Assert.Equal(0.25, trend.Slope.Value, 9);
        for (var k = 0; k < 5; k++)
        {
            Assert.Equal(season[k], trend.Season[k], 9);
        }

        Assert.Throws<ArgumentException>(() => SeasonalTrend.Fit([1, 2, 3], 2));
    }
}
