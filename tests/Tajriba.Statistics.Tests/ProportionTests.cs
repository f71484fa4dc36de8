using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

public sealed class ProportionTests
{
    [SkippableFact]
    public void Wilson_and_exact_intervals_match_the_published_rows()
    {
        foreach (var row in Shared.Oracle("csat-wilson").GetProperty("expected").EnumerateArray())
        {
            var (x, n) = (row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64());
            Match(row.GetProperty("wilson").Numbers(), Proportion.Wilson(x, n), 1e-9);
            Match(row.GetProperty("clopper_pearson").Numbers(), Proportion.ClopperPearson(x, n), 1e-9);
        }
    }

    [SkippableFact]
    public void Two_proportions_match_r_and_newcombe()
    {
        var expected = Shared.Oracle("two-proportions").GetProperty("expected");
        var test = ProportionDifference.Test(56, 70, 48, 80);
        Assert.Equal(expected.GetProperty("z").GetDouble(), test.Z, 1e-9);
        Assert.Equal(expected.GetProperty("chi2").GetDouble(), test.Z * test.Z, 1e-9);
        Assert.Equal(expected.GetProperty("p").GetDouble(), test.P, 1e-9);
        Assert.Equal(expected.GetProperty("p_yates").GetDouble(), test.PWithYates, 1e-9);
        Match(expected.GetProperty("newcombe_ci").Numbers(), ProportionDifference.Newcombe(56, 70, 48, 80), 1e-9);
    }

    // Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10, cases (b), (f) and (h).
    [Theory]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Newcombe_matches_the_printed_table(long x1, long n1, long x2, long n2, double lower, double upper)
    {
        var interval = ProportionDifference.Newcombe(x1, n1, x2, n2);
        Assert.Equal(lower, interval.Lower, 4);
        Assert.Equal(upper, interval.Upper, 4);
    }

    [SkippableFact]
    public void Sample_sizes_match_r()
    {
        var expected = Shared.Oracle("sample-size").GetProperty("expected");
        Relative(expected.GetProperty("a").GetDouble(), SampleSize.TwoProportions(0.5, 0.75, 0.9));
        Relative(expected.GetProperty("b").GetDouble(), SampleSize.TwoProportions(0.048, 0.053));
        Relative(expected.GetProperty("f").GetProperty("n0").GetDouble(), SampleSize.Proportion(0.5, 0.05));
        Relative(expected.GetProperty("f").GetProperty("n_fpc").GetDouble(), SampleSize.Proportion(0.5, 0.05, 2_000));
        Relative(expected.GetProperty("g").GetDouble(), SampleSize.Mean(1.2, 0.1));

        static void Relative(double expected, double actual) => Assert.Equal(1, actual / expected, 4);
    }

    [Fact]
    public void Intervals_hold_the_estimate_and_mirror()
        => Prop.ForAll(Counts, pair =>
        {
            var (x, n) = pair;
            foreach (var method in new Func<long, long, double, Estimate>[] { Proportion.Wilson, Proportion.AgrestiCoull, Proportion.ClopperPearson })
            {
                var interval = method(x, n, 0.95);
                var mirrored = method(n - x, n, 0.95);
                Assert.True(interval.Contains(interval.Value) && interval.Lower >= 0 && interval.Upper <= 1);
                Assert.Equal(1 - interval.Lower, mirrored.Upper, 9);
                Assert.True(method(x, n, 0.99).Width >= interval.Width);
                Assert.True(method(4 * x, 4 * n, 0.95).Width <= interval.Width);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Difference_turns_round_with_its_samples()
        => Prop.ForAll(Counts, Counts, (first, second) =>
        {
            var there = ProportionDifference.Newcombe(first.X, first.N, second.X, second.N);
            var back = ProportionDifference.Newcombe(second.X, second.N, first.X, first.N);
            Assert.True(there.Contains(there.Value) && there.Lower >= -1 && there.Upper <= 1);
            Assert.Equal(there.Lower, -back.Upper, 12);
            Assert.Equal(there.Upper, -back.Lower, 12);
            Assert.Equal(ProportionDifference.Test(first.X, first.N, second.X, second.N).P, ProportionDifference.Test(second.X, second.N, first.X, first.N).P, 12);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(40, 0.1)]
    [InlineData(200, 0.5)]
    [InlineData(1000, 0.02)]
    public void Coverage_is_near_what_was_asked(int n, double p)
    {
        // Exact coverage, summed over every possible outcome.
        double wilson = 0, exact = 0;
        for (var x = 0; x <= n; x++)
        {
            var chance = BinomialDistribution.Probability(x, n, p);
            wilson += Proportion.Wilson(x, n).Contains(p) ? chance : 0;
            exact += Proportion.ClopperPearson(x, n).Contains(p) ? chance : 0;
        }

        Assert.InRange(wilson, 0.93, 0.975);
        Assert.InRange(exact, 0.95, 1);
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(1, 5, 1));
        Assert.Throws<ArgumentException>(() => SampleSize.TwoProportions(0.5, 0.5));
    }

    private static Arbitrary<(long X, long N)> Counts
        => (from n in Gen.Choose(1, 400) from x in Gen.Choose(0, n) select ((long)x, (long)n)).ToArbitrary();

    private static void Match(double[] expected, Estimate actual, double tolerance)
    {
        Assert.True(Math.Abs(expected[0] - actual.Lower) < tolerance, $"{expected[0]} {actual.Lower}");
        Assert.True(Math.Abs(expected[1] - actual.Upper) < tolerance, $"{expected[1]} {actual.Upper}");
    }
}
