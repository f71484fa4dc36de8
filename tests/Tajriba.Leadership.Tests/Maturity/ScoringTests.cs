using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Results;

namespace Tajriba.Leadership.Tests.Maturity;

/// <summary>A frame of two components: one of two categories (weights 3 and 1), one of one.</summary>
public sealed class ScoringTests
{
    private static readonly LocalName Name = new("Name");

    private static readonly Frame Small = new("small", Name, null, [new("layer", Name)],
        [new("first", "layer", Name, null, [Category("a", 3), Category("b", 1)]), new("second", "layer", Name, null, [Category("c", 4)])]);

    [Fact]
    public void Means_are_weighted_and_the_gate_is_the_weakest_practice()
    {
        Standing standing = Scoring.Of(Small, [Done((4, 4), (2, 2), (5, 5)), Done((4, 2), (2, 1), (5, 5))]);

        // a: (4 + 3) / 2, b: (2 + 1.5) / 2, c: 5
        Assert.Equal([3.5, 1.75, 5], standing.Categories.Select(c => c.Sample.Mean));
        Assert.Equal(((3 * 3.5) + 1.75) / 4, standing.Components[0].Mean, 12);
        Assert.Equal(((3 * 3.5) + 1.75 + 20) / 8, standing.Mean, 12);
        Assert.Equal((3, 1, 5), (standing.Categories.First().Gate, standing.Components[0].Gate, standing.Components[1].Gate));
        Assert.Equal(1, standing.Gate);
    }

    [Fact]
    public void What_is_not_handed_in_does_not_count_and_what_is_not_known_is_left_out()
    {
        Sheet half = Done((3, 0), (0, 0), (4, 4));
        Standing standing = Scoring.Of(Small, [half, half with { IsDone = false }]);
        Assert.Equal(1, standing.Count);
        Assert.Equal(3, standing.Components[0].Mean);
        Assert.Equal(0, standing.Gate);
        Assert.Null(standing.Interval);
    }

    [Fact]
    public void Intervals_stay_within_the_scale()
    {
        Standing standing = Scoring.Of(Small, [Done((5, 5), (1, 1), (5, 4)), Done((4, 4), (2, 2), (5, 5))]);
        Assert.All(standing.Categories, c => Assert.True(c.Interval is { Lower: >= 1, Upper: <= 5 }));
    }

    [Fact]
    public void A_difference_is_real_where_chance_would_rarely_bring_it_about()
    {
        Sheet[] low = [.. Enumerable.Range(0, 12).Select(i => Done((1 + (i % 2), 1), (3, 3), (3 + (i % 2), 3)))];
        Sheet[] high = [.. Enumerable.Range(0, 12).Select(i => Done((4 + (i % 2), 4), (3, 3), (3 + (i % 2), 3)))];
        IReadOnlyList<ScoreChange> changes = ScoreChange.OfCategories(Small, high, low);
        Assert.Equal(["a"], changes.Where(c => c.IsReal).Select(c => c.Key));
        Assert.Null(changes.Single(c => c.Key == "b").Difference);
        Assert.Equal(3, changes.Single(c => c.Key == "a").Difference!.Value.Value, 12);
    }

    [Fact]
    public void A_mapped_criterion_is_the_mixture_of_what_was_answered()
    {
        Standing standing = Scoring.Of(Small, [Done((4, 4), (2, 2), (0, 0))]);
        Assert.Equal(3.5, standing.MeanOf(new MappedCriterion("x", Name, [new("a", 3), new("b", 1), new("c", 9)])));
        Assert.True(double.IsNaN(standing.MeanOf(new MappedCriterion("x", Name, [new("c", 1)]))));
    }

    private static FrameCategory Category(string key, double weight)
        => new(key, weight, Name, [.. Enumerable.Range(0, 2).Select(i => new Practice(FrameJson.KeyOf(key, i), Name, [Name, Name, Name, Name, Name]))]);

    private static Sheet Done((int, int) a, (int, int) b, (int, int) c)
    {
        (string Key, int Level)[] all = [("a.1", a.Item1), ("a.2", a.Item2), ("b.1", b.Item1), ("b.2", b.Item2), ("c.1", c.Item1), ("c.2", c.Item2)];
        return new(1, "unit", AnswerRole.Staff, null, new(all.Where(l => l.Level > 0).ToDictionary(l => l.Key, l => l.Level), new Dictionary<string, string>()), true);
    }
}
