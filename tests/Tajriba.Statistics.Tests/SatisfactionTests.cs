using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

public sealed class SatisfactionTests
{
    [Fact]
    public void Net_promoter_interval_is_that_of_a_mean_of_plus_and_minus_hundred()
        => Prop.ForAll(Gen.Choose(0, 10).NonEmptyListOf().Where(list => list.Count > 1).ToArbitrary(), answers =>
        {
            double[] scores = [.. answers.Select(answer => (double)answer)];
            double[] points = [.. scores.Select(score => score >= 9 ? 100.0 : score <= 6 ? -100 : 0)];
            var score = NetPromoter.OfScores(scores);
            var summary = SampleSummary.Of(points);
            Assert.Equal(summary.Mean, score.Score, 9);
            Assert.Equal(summary.StandardDeviation * summary.StandardDeviation * (points.Length - 1) / points.Length, score.Variance, 6);
            Assert.Equal(score.Count + 3, score.Adjusted.Count);
            Assert.True(Math.Abs(score.Adjusted.Score) <= Math.Abs(score.Score) + 1e-9);
            Assert.Equal(-score.ChangeTo(score.Adjusted).Difference.Value, score.Adjusted.ChangeTo(score).Difference.Value, 9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lost_points_are_what_the_index_lacks()
    {
        var index = WeightedSatisfaction.Of([3, 1, 4, 2], [2.5, 5, 1, 3], new SatisfactionScale(1, 5));
        Assert.Equal(100 - index.Index, index.LostPoints.Sum(), 10);
        Assert.Equal([2, 0, 3, 1], index.Priorities);
        Assert.Throws<ArgumentException>(() => WeightedSatisfaction.Of([1, 1], [3, 6], new SatisfactionScale(1, 5)));
    }

    [Fact]
    public void Kano_ties_go_to_what_hurts_most()
    {
        var profile = new KanoProfile(_ => 5);
        Assert.Equal(KanoCategory.MustBe, profile.Mode);
        Assert.Equal(KanoCategory.Indifferent, profile.GroupedMode); // wanted and unwanted balance: not more than
        Assert.Equal(0, profile.CategoryStrength);
        Assert.Equal(KanoCategory.Questionable, KanoTable.Berger.Classify(1, 1));
        Assert.Equal(KanoCategory.OneDimensional, KanoTable.Berger.Classify(1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => KanoTable.Berger.Classify(0, 3));
    }

    [Fact]
    public void Raking_keeps_odds_ratios_and_meets_margins()
    {
        var raking = Raking.Fit([[40, 30, 10], [60, 35, 25]], [120, 80], [90, 60, 50]);
        Assert.Equal(40.0 * 35 / (30 * 60), raking.Fitted[0][0] * raking.Fitted[1][1] / (raking.Fitted[0][1] * raking.Fitted[1][0]), 9);
        Assert.Equal(120, raking.Fitted[0].Sum(), 9);
        Assert.Equal(50, raking.Fitted.Sum(row => row[2]), 9);
        Assert.Throws<ArgumentException>(() => Raking.Fit([[1, 0], [0, 1]], [3, 1], [1, 3]));
    }

    [Fact]
    public void Stratified_mean_of_a_census_is_certain()
    {
        SampledStratum[] strata = [new(10, new SampleSummary(10, 5, 2)), new(30, new SampleSummary(30, 1, 3))];
        var (mean, error) = StratifiedSample.Mean(strata);
        Assert.Equal(2, mean.Value, 12);
        Assert.Equal(0, error, 12);
        Assert.Equal([11 * 20 / 110.0, 11 * 90 / 110.0], StratifiedSample.NeymanAllocation(strata, 11));
    }

    [Fact]
    public void Concentration_runs_from_equal_to_all()
    {
        Assert.Equal(0, Concentration.Gini([3, 3, 3, 3]), 12);
        Assert.Equal(1, Concentration.GiniCorrected([0, 0, 0, 9]), 12);
        Assert.Equal(Math.Log(4), Concentration.Theil([0, 0, 0, 9]), 12);
        Assert.Equal(1, Diversity.Evenness([2, 2, 2]), 12);
        Assert.Equal(1 - (2.0 / 6), Diversity.Simpson([2, 0, 2]), 12);
        Assert.Throws<ArgumentException>(() => Concentration.Gini([0, 0]));
    }

    [Fact]
    public void Gini_is_half_the_mean_difference_over_the_mean()
        => Prop.ForAll(Gen.Choose(0, 100).NonEmptyListOf().Where(list => list.Sum() > 0).ToArbitrary(), list =>
        {
            double[] x = [.. list.Select(value => (double)value)];
            Assert.Equal(x.Sum(a => x.Sum(b => Math.Abs(a - b))) / (2 * x.Length * x.Sum()), Concentration.Gini(x), 9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Best_list_has_every_metric_at_one()
    {
        var metrics = RankingMetrics.Of<int>([[1, 2, 3], [4, 5, 6]], [new HashSet<int> { 1, 2, 3, 9 }, new HashSet<int> { 4, 5, 6 }], 3, 6);
        Assert.Equal(new RankingMetrics(1, 0.875, 1, 1, 1, 1, 1), metrics);
    }
}
