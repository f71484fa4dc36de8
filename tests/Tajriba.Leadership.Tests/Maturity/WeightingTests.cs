using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Weights;

namespace Tajriba.Leadership.Tests.Maturity;

/// <summary>Two layers: of three components (one of two categories, weights 3 and 1), and of one.</summary>
public sealed class WeightingTests
{
    private static readonly LocalName Name = new("Name");

    private static readonly Frame Small = new("small", Name, null, [new("outer", Name), new("inner", Name)],
        [Component("a", "outer", 3, 1), Component("b", "outer", 2), Component("c", "outer", 2), Component("d", "inner", 8)]);

    [Fact]
    public void Categories_that_are_all_alike_count_the_same()
        => Assert.All((Weighting.Usual with { Kind = WeightKind.Equal }).On(Small).Categories, c => Assert.Equal(16.0 / 5, c.Weight, 12));

    [Fact]
    public void The_frame_weighs_as_it_is_where_nobody_said_otherwise() => Assert.Same(Small, Weighting.Usual.On(Small));

    /// <summary>Saaty's own way down a hierarchy: of a layer the part that it has, of this the component's, of this the category's.</summary>
    [Fact]
    public void Comparisons_go_down_the_layers()
    {
        // The outer layer outweighs the inner one three times; in it a outweighs b and c twice, and these are alike: 1/2, 1/4, 1/4.
        Frame weighed = Compared((":outer|inner", 2), ("outer:a|b", 1), ("outer:a|c", 1)).On(Small);
        Assert.Equal([16 * 0.75 * 0.5, 16 * 0.75 * 0.25, 16 * 0.75 * 0.25, 16 * 0.25], weighed.Components.Select(c => c.Weight), new Near());
        Assert.Equal([4.5, 1.5], weighed.Components[0].Categories.Select(c => c.Weight), new Near());
    }

    [Fact]
    public void Of_comparisons_that_contradict_each_other_the_oddest_is_told()
    {
        ComparedGroup outer = ComparedGroup.Of(Small).Single(g => g.Key == "outer");
        Assert.Null(Compared(("outer:a|b", 1), ("outer:b|c", 1), ("outer:a|c", 3)).Oddest(outer));
        Assert.NotNull(Compared(("outer:a|b", 4), ("outer:b|c", 4), ("outer:a|c", -4)).Oddest(outer));
        Assert.True(Compared(("outer:a|b", 4), ("outer:b|c", 4), ("outer:a|c", -4)).Analyse(outer).ConsistencyRatio > 0.1);
    }

    [Fact]
    public void Whatever_is_compared_all_weights_together_stay_what_they_were()
    {
        var dice = new Random(7);
        for (int n = 0; n < 500; n++)
        {
            Frame weighed = Compared([.. ((string[])[":outer|inner", "outer:a|b", "outer:a|c", "outer:b|c"]).Select(p => (p, dice.Next(-20, 21)))]).On(Small);
            Assert.Equal(16, weighed.Categories.Sum(c => c.Weight), 9);
            Assert.All(weighed.Categories, c => Assert.True(c.Weight > 0));
            Assert.Equal(3, weighed.Components[0].Categories[0].Weight / weighed.Components[0].Categories[1].Weight, 9);
        }
    }

    private static Weighting Compared(params (string Pair, int Steps)[] steps) => new(WeightKind.Comparisons, steps.ToDictionary(s => s.Pair, s => s.Steps));

    private static FrameComponent Component(string key, string layer, params double[] weights)
        => new(key, layer, Name, null, [.. weights.Select((w, i) => new FrameCategory($"{key}{i}", w, Name, [new($"{key}{i}-1", Name, [])]))]);

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double obj) => 0;
    }
}
