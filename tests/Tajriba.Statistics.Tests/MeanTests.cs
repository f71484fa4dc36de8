namespace Tajriba.Statistics.Tests;

public sealed class MeanTests
{
    // R's airquality: ozone in May and August (wilcox.test gives W = 127.5, p-value = 0.0001208).
    private static readonly double[] May = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];

    private static readonly double[] August = [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85];

    [SkippableFact]
    public void Welch_matches_r()
    {
        var oracle = Shared.Oracle("classic-tests-a");
        var expected = oracle.GetProperty("expected").GetProperty("welch");
        var input = oracle.GetProperty("input").GetProperty("welch");
        var test = WelchTest.Compare(SampleSummary.Of(input.GetProperty("g1").Numbers()), SampleSummary.Of(input.GetProperty("g2").Numbers()));
        Assert.Equal(expected.GetProperty("t").GetDouble(), test.T, 1e-9);
        Assert.Equal(expected.GetProperty("df").GetDouble(), test.Degrees, 1e-9);
        Assert.Equal(expected.GetProperty("p").GetDouble(), test.P, 1e-9);
        Assert.Equal(expected.GetProperty("ci")[0].GetDouble(), test.Difference.Lower, 1e-9);
        Assert.Equal(expected.GetProperty("ci")[1].GetDouble(), test.Difference.Upper, 1e-9);
    }

    [SkippableFact]
    public void Chi_square_tail_matches_r()
    {
        var expected = Shared.Oracle("classic-tests-a").GetProperty("expected").GetProperty("chisq");
        var p = ChiSquareDistribution.UpperTail(expected.GetProperty("x2").GetDouble(), 9);
        Assert.Equal(1, p / expected.GetProperty("p").GetDouble(), 6);
    }

    [Fact]
    public void Mann_whitney_matches_the_r_example_with_ties()
    {
        var test = MannWhitney.Compare(May, August);
        Assert.Equal(127.5, test.U);
        Assert.Equal(0.0001208, test.P, 7);
    }

    [Fact]
    public void Mann_whitney_turns_round_with_its_samples()
    {
        var there = MannWhitney.Compare(May, August);
        var back = MannWhitney.Compare(August, May);
        Assert.Equal(1, there.ProbabilityOfSuperiority + back.ProbabilityOfSuperiority, 12);
        Assert.Equal(there.P, back.P, 12);
        Assert.Equal(-there.Z, back.Z, 12);
        Assert.Equal(1, MannWhitney.Compare([3, 3], [3, 3, 3]).P);
    }

    // Exact ranks for the median at 0.95: Conover (1999), table A3.
    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 6)]
    [InlineData(10, 2, 9)]
    [InlineData(20, 6, 15)]
    [InlineData(100, 40, 61)]
    public void Median_interval_lies_less_than_a_rank_within_the_tabled_ones(int n, int lower, int upper)
    {
        double[] sample = [.. Enumerable.Range(1, n).Select(i => (double)i)];
        var interval = Quantiles.Interval(sample);
        Assert.Equal((n + 1) / 2.0, interval.Value);
        if (lower == 0)
        {
            Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (interval.Lower, interval.Upper));
            return;
        }

        Assert.InRange(interval.Lower, lower, lower + 1 - 1e-9);
        Assert.Equal(n + 1, interval.Lower + interval.Upper, 9);
        Assert.Equal(upper - lower, interval.Upper - interval.Lower, 2.0);
    }

    // Hettmansperger and Sheather (1986), by hand: n = 10, P(B < 2) = 11/1024, P(B < 3) = 56/1024, I = 0.32444, λ = 8I / (2 + 6I).
    [Fact]
    public void Median_interval_goes_from_one_rank_to_the_next_as_published()
        => Assert.Equal(2.65766, Quantiles.Interval([.. Enumerable.Range(1, 10).Select(i => (double)i)]).Lower, 5);

    [Fact]
    public void Quantile_intervals_mirror_those_of_the_mirrored_sample()
    {
        double[] sample = [.. Enumerable.Range(1, 60).Select(i => (double)i * i)];
        var (high, low) = (Quantiles.Interval(sample, 0.9), Quantiles.Interval([.. sample.Select(x => -x)], 0.1));
        Assert.Equal(high.Lower, -low.Upper, 9);
        Assert.Equal(high.Upper, -low.Lower, 9);
    }

    [Fact]
    public void Mean_and_quantile_intervals_cover()
    {
        var random = new Random(11);
        int mean = 0, median = 0, upper = 0;
        for (var round = 0; round < 4_000; round++)
        {
            double[] sample = [.. Enumerable.Range(0, 25).Select(_ => -Math.Log(1 - random.NextDouble()))];
            mean += MeanInterval.Student(SampleSummary.Of(sample), 0.9).Contains(1) ? 1 : 0;
            median += Quantiles.Interval(sample).Contains(Math.Log(2)) ? 1 : 0;
            upper += Quantiles.Interval(sample, 0.8).Contains(Math.Log(5)) ? 1 : 0;
        }

        Assert.InRange(mean / 4_000.0, 0.85, 0.92);
        Assert.InRange(median / 4_000.0, 0.94, 0.96);
        Assert.InRange(upper / 4_000.0, 0.94, 0.97);
    }

    [Fact]
    public void Bootstrap_is_repeatable_and_covers()
    {
        Assert.Equal(Bootstrap.MeanDifference(May, August, new Random(1)), Bootstrap.MeanDifference(May, August, new Random(1)));
        var random = new Random(5);
        int means = 0, medians = 0;
        for (var round = 0; round < 500; round++)
        {
            var first = Sample(60, 2);
            var second = Sample(80, 0);
            means += Bootstrap.MeanDifference(first, second, random, 400).Contains(2) ? 1 : 0;
            medians += Bootstrap.MedianDifference(first, second, random, 400).Contains(2) ? 1 : 0;
        }

        Assert.InRange(means / 500.0, 0.91, 0.98);
        Assert.InRange(medians / 500.0, 0.91, 0.99);

        double[] Sample(int n, double shift) => [.. Enumerable.Range(0, n).Select(_ => shift + random.NextDouble() + random.NextDouble() + random.NextDouble())];
    }

    [Fact]
    public void Drawn_medians_are_distributed_as_resampled_ones()
    {
        double[] sample = [1, 2, 4, 8, 16, 32, 64, 128];
        var random = new Random(3);
        var direct = new List<double>();
        for (var i = 0; i < 20_000; i++)
        {
            double[] resample = [.. Enumerable.Range(0, sample.Length).Select(_ => sample[random.Next(sample.Length)]).Order()];
            direct.Add(Quantiles.OfSorted(resample, 0.5));
        }

        direct.Sort();
        double[] fixedSample = [0, 0];
        var drawn = Bootstrap.MedianDifference(sample, fixedSample, random, 20_000, 0.9);
        Assert.Equal(Quantiles.OfSorted([.. direct], 0.05), drawn.Lower);
        Assert.Equal(Quantiles.OfSorted([.. direct], 0.95), drawn.Upper);
    }

    [Fact]
    public void Samples_that_say_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([]));
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => MeanInterval.Student(SampleSummary.Of([1])));
        Assert.Throws<ArgumentException>(() => WelchTest.Compare(SampleSummary.Of([1, 1]), SampleSummary.Of([2, 2])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.MeanDifference([1, 2], [1, 2], new Random(1), 10));
    }
}
