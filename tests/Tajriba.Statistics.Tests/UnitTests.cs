namespace Tajriba.Statistics.Tests;

public sealed class UnitTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void Funnel_limits_narrow_with_size_and_near_the_normal_ones(long n)
    {
        var limits = FunnelPlot.ProportionLimits(0.2, n, 0.95);
        Assert.True(limits.Contains(0.2));
        Assert.True(FunnelPlot.ProportionLimits(0.2, 4 * n, 0.95).Width < limits.Width);
        Assert.True(FunnelPlot.ProportionLimits(0.2, n, 0.998).Width > limits.Width);
        var half = 1.959964 * Math.Sqrt(0.16 / n);
        Assert.Equal(0.2 + half, limits.Upper, 1.5 / n);
        Assert.Equal(0.2 - half, limits.Lower, 1.5 / n);
    }

    [Fact]
    public void Outer_limits_accuse_the_innocent_about_twice_in_a_thousand()
    {
        double accused = 0;
        for (var x = 0; x <= 300; x++)
        {
            accused += FunnelPlot.Place(x, 300, 0.12).Position == FunnelPosition.Within ? 0 : BinomialDistribution.Probability(x, 300, 0.12);
        }

        Assert.InRange(accused, 0.0005, 0.004);
    }

    [Fact]
    public void A_small_unit_needs_more_to_stand_out()
    {
        Assert.Equal(FunnelPosition.Within, FunnelPlot.Place(4, 12, 0.12).Position);
        Assert.Equal(FunnelPosition.Above, FunnelPlot.Place(100, 300, 0.12).Position);
        Assert.Equal(FunnelPosition.Below, FunnelPlot.Place(5, 300, 0.12).Position);
        Assert.True(FunnelPlot.Place(100, 300, 0.12).P < 1e-10);
    }

    [Fact]
    public void Mean_limits_are_the_textbook_ones()
        => Assert.Equal(10 + (3.090232306 * 4 / 5), FunnelPlot.MeanLimits(10, 4, 25, 0.998).Upper, 8);

    [Fact]
    public void Shrunken_means_match_the_published_meta_analyses()
    {
        // BCG trials (Colditz 1994) as in Viechtbauer (2010): DerSimonian-Laird tau² 0.3088, mean −0.7141; inputs as printed there.
        double[] y = [-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173];
        double[] v = [0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124, 0.5325, 0.0714];
        var bcg = Shrinkage.Means(y, [.. v.Select(Math.Sqrt)]);
        Assert.Equal(0.3088, bcg.BetweenVariance, 0.001);
        Assert.Equal(-0.7141, bcg.Mean, 0.001);

        // Eight schools (Rubin 1981): no variance beyond chance, common mean 7.7.
        var schools = Shrinkage.Means([28, 8, -3, 7, -1, 1, 18, 12], [15, 10, 16, 11, 9, 11, 10, 18]);
        Assert.Equal(0, schools.BetweenVariance);
        Assert.Equal(7.69, schools.Mean, 2);
        Assert.All(schools.Units, unit => Assert.Equal(schools.Mean, unit.Value));
    }

    [Fact]
    public void Shrunken_shares_find_the_spread_and_err_less_than_raw_ones()
    {
        var random = new Random(2);
        const double prior = 60, mean = 0.3;
        double raw = 0, shrunken = 0, between = 0;
        int covered = 0, all = 0;
        for (var round = 0; round < 60; round++)
        {
            var truth = new double[30];
            var units = new UnitCounts[30];
            for (var i = 0; i < 30; i++)
            {
                truth[i] = BetaDistribution.Quantile(random.NextDouble(), mean * prior, (1 - mean) * prior);
                var n = 10 + random.Next(150);
                var x = Enumerable.Range(0, n).Count(_ => random.NextDouble() < truth[i]);
                units[i] = new UnitCounts(x, n);
            }

            var result = Shrinkage.Proportions(units);
            between += result.BetweenVariance / 60;
            for (var i = 0; i < 30; i++)
            {
                raw += Math.Pow(((double)units[i].Successes / units[i].Trials) - truth[i], 2);
                shrunken += Math.Pow(result.Units[i].Value - truth[i], 2);
                covered += result.Units[i].Contains(truth[i]) ? 1 : 0;
                all++;
            }
        }

        Assert.InRange(between / (mean * (1 - mean) / (prior + 1)), 0.8, 1.2);
        Assert.True(shrunken < 0.75 * raw);
        Assert.InRange((double)covered / all, 0.9, 0.98);
    }

    [Fact]
    public void Larger_units_keep_more_of_their_own()
    {
        var result = Shrinkage.Proportions([new(9, 10), new(900, 1_000), new(300, 1_000), new(500, 1_000)]);
        Assert.True(result.Weights[0] < result.Weights[1]);
        Assert.True(result.Units[0].Value < result.Units[1].Value);
        Assert.InRange(result.Units[0].Value, result.Mean, 0.9);
    }

    [Fact]
    public void Bad_units_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Shrinkage.Proportions([new(1, 2)]));
        Assert.Throws<ArgumentException>(() => Shrinkage.Proportions([new(1, 2), new(3, 2)]));
        Assert.Throws<ArgumentException>(() => Shrinkage.Means([1, 2], [1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelPlot.Place(1, 2, 0));
    }
}
