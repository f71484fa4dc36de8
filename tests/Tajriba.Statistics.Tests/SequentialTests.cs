namespace Tajriba.Statistics.Tests;

public sealed class SequentialTests
{
    // Jennison and Turnbull (2000), tables 2.1 and 2.3, alpha 0.05.
    [Theory]
    [InlineData(1, 1.960, 1.960)]
    [InlineData(2, 2.178, 1.977)]
    [InlineData(6, 2.453, 2.053)]
    [InlineData(10, 2.555, 2.087)]
    public void Boundaries_match_the_printed_constants(int looks, double pocock, double obrienFleming)
    {
        Assert.All(SequentialBoundaries.Pocock(looks), z => Assert.Equal(pocock, z, 6e-4));
        Assert.Equal(obrienFleming, SequentialBoundaries.OBrienFleming(looks)[^1], 6e-4);
    }

    [Fact]
    public void Spending_what_another_boundary_spends_gives_that_boundary()
    {
        // What Pocock spends up to each of two looks: P(|Z1| > c), then everything.
        var pocock = SequentialBoundaries.Pocock(2, 0.1);
        var spent = SequentialBoundaries.Spending(2, 0.1, t => t < 1 ? NormalDistribution.TwoSided(pocock[0]) : 0.1);
        Assert.Equal(pocock[0], spent[0], 1e-9);
        Assert.Equal(pocock[1], spent[1], 1e-9);
    }

    [Fact]
    public void Simulated_walks_err_as_often_as_they_may()
    {
        var limits = SequentialBoundaries.SpendingLate(4, 0.2);
        var random = new Random(11);
        const int Walks = 40_000;
        var passed = 0;
        for (var walk = 0; walk < Walks; walk++)
        {
            var sum = 0.0;
            for (var look = 1; look <= 4; look++)
            {
                sum += NormalDistribution.Quantile(1 - random.NextDouble());
                if (Math.Abs(sum) > limits[look - 1] * Math.Sqrt(look))
                {
                    passed++;
                    break;
                }
            }
        }

        Assert.InRange((double)passed / Walks, 0.19, 0.21);
    }

    [Fact]
    public void Out_of_range_looks_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialBoundaries.Pocock(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialBoundaries.OBrienFleming(3, 1));
    }

    [Fact]
    public void An_always_valid_p_never_rises_and_seldom_errs()
    {
        var random = new Random(5);
        var wrong = 0;
        for (var run = 0; run < 400; run++)
        {
            double[] Arm() => [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble() < 0.3 ? 1.0 : 0)];
            var looks = AlwaysValidTest.Trace(Arm(), Arm(), 0.0025, 10);
            Assert.Equal(30, looks.Count);
            Assert.All(looks.Zip(looks.Skip(1)), pair => Assert.True(pair.Second.P <= pair.First.P));
            wrong += looks[^1].P < 0.05 ? 1 : 0;
        }

        Assert.InRange(wrong, 0, 28);
    }

    [Fact]
    public void Without_variance_nothing_is_said()
    {
        var looks = AlwaysValidTest.Trace([0, 0, 1], [0, 0, 0], 0.01);
        Assert.Null(looks[0].Ratio);
        Assert.Equal(1, looks[1].P);
        Assert.NotNull(looks[2].Ratio);
        Assert.Throws<ArgumentException>(() => AlwaysValidTest.Trace([0], [2], 0.01));
    }

    [Fact]
    public void Survival_without_censoring_is_the_share_that_is_left()
    {
        var curve = KaplanMeier.Of([5, 1, 3, 3, 8], [true, true, true, true, true]);
        Assert.Equal([1, 3, 5, 8], curve.Steps.Select(step => step.Time));
        Assert.Equal([0.8, 0.4, 0.2, 0], curve.Steps.Select(step => Math.Round(step.Survival, 12)));

        // Then Greenwood is binomial: Var(log S) = (1 - S)/(n S).
        Assert.Equal(Math.Sqrt(0.6 / (5 * 0.4)), curve.Steps[1].LogError, 1e-12);
        Assert.True(double.IsPositiveInfinity(curve.Steps[3].LogError));
        Assert.Equal(3, curve.Median);
    }

    [Fact]
    public void A_curve_that_stays_high_has_no_median()
    {
        var curve = KaplanMeier.Of([1, 2, 2, 4], [true, false, false, false]);
        Assert.Null(curve.Median);
        Assert.Equal([4, 3, 1], curve.Steps.Select(step => step.AtRisk));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([1, 2], [true]));
    }
}
