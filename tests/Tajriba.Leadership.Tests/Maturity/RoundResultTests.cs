using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Results;
using Tajriba.Leadership.Maturity.Rounds;

namespace Tajriba.Leadership.Tests.Maturity;

/// <summary>Three factors: the first drives the others, the last is driven.</summary>
public sealed class RoundResultTests
{
    private static readonly Factor[] Factors = [new("a", new("First")), new("b", new("Second")), new("c", new("Third"))];

    private static readonly Round Asked = new("What drives what", false, Factors, [1, 2], new(2026, 1, 1), new(2026, 1, 31));

    [Fact]
    public void The_group_is_the_mean_of_the_experts_and_causes_are_found()
    {
        RoundResult result = RoundResult.Of(Asked, [Judge(1, 4, 4, 0, 2, 0, 0), Judge(2, 2, 4, 0, 4, 0, 0)], null)!;

        Assert.Equal([0, 3, 4], result.Direct[0]);
        Assert.Equal([0, 0, 3], result.Direct[1]);

        // Divided by 7, and a to c also over b: 4/7 + 3/7 x 3/7.
        Assert.Equal((4.0 / 7) + (9.0 / 49), result.Dematel.Total[0][2], 12);
        Assert.Equal([0], result.Dematel.Causes.Where(i => i == 0));
        Assert.DoesNotContain(2, result.Dematel.Causes);
        Assert.Equal(4.0 / 6, result.Distances[1], 12);
    }

    [Fact]
    public void Only_whole_judgements_that_were_handed_in_count()
    {
        Judgement whole = Judge(1, 4, 4, 0, 2, 0, 0);
        Assert.Null(RoundResult.Of(Asked, [whole with { IsDone = false }], null));
        Assert.Null(RoundResult.Of(Asked, [whole with { Levels = whole.Levels.Skip(1).ToDictionary() }], null));
        Assert.Null(RoundResult.Of(Asked, [Judge(1, 0, 0, 0, 0, 0, 0)], null));
    }

    [Fact]
    public void A_higher_threshold_draws_fewer_arrows()
    {
        Judgement[] judgements = [Judge(1, 4, 4, 1, 2, 1, 1)];
        int Edges(double? threshold) => RoundResult.Of(Asked, judgements, threshold)!.Dematel.Edges.Count;
        Assert.True(Edges(0) > Edges(null));
        Assert.Equal(0, Edges(99));
    }

    [Fact]
    public void A_fuzzy_round_makes_words_of_levels()
    {
        RoundResult result = RoundResult.Of(Asked with { IsFuzzy = true }, [Judge(1, 4, 4, 0, 2, 0, 0)], null)!;
        Assert.All(result.Direct.SelectMany(row => row), value => Assert.InRange(value, 0, 1));
        Assert.True(result.Direct[0][1] > result.Direct[1][2]);
    }

    [Fact]
    public void One_starts_with_causes_that_are_weak()
    {
        FrameCategory Category(string key) => new(key, 1, new(key), [new(key + "-1", new("Practice"), [.. Enumerable.Repeat(new LocalName("Level"), Frame.Levels)])]);
        var frame = new Frame("small", new("Small"), null, [new("layer", new("Layer"))], [.. Factors.Select(f => new FrameComponent(f.Key, "layer", f.Name, null, [Category(f.Key)]))]);
        Standing At(int first, int second) => Scoring.Of(frame, [new(1, "u", default, null, new(new Dictionary<string, int> { ["a-1"] = first, ["b-1"] = second, ["c-1"] = 1 }, new Dictionary<string, string>()), true)]);
        RoundResult result = RoundResult.Of(Asked, [Judge(1, 4, 4, 0, 4, 0, 0)], null)!;

        Assert.Equal(["a"], result.StartHere(At(2, 5), 4).Select(s => s.Factor.Key));
        Assert.Empty(result.StartHere(At(5, 5), 4));
    }

    [Fact]
    public void A_round_needs_factors_experts_and_days_in_order()
    {
        Assert.Null(Asked.Fault());
        Assert.Equal("factors", (Asked with { Factors = [.. Factors.Take(2)] }).Fault());
        Assert.Equal("experts", (Asked with { Experts = [] }).Fault());
        Assert.Equal("dates", (Asked with { ClosesOn = new(2025, 12, 31) }).Fault());
    }

    private static Judgement Judge(long person, int ab, int ac, int ba, int bc, int ca, int cb)
        => new(person, new Dictionary<string, int> { ["a>b"] = ab, ["a>c"] = ac, ["b>a"] = ba, ["b>c"] = bc, ["c>a"] = ca, ["c>b"] = cb }, true);
}
