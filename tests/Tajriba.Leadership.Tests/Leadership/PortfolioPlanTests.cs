using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Tests.Leadership;

/// <summary>What is chosen within a budget, and what an address changes about it.</summary>
public sealed class PortfolioPlanTests
{
    private static readonly IReadOnlyList<Kept<Candidate>> All =
    [
        Of("K-1", 60, 100, 5), Of("K-2", 50, 80, 5), Of("K-3", 50, 70, 5), Of("K-4", 5, 1, 1, c => c with { Needs = ["K-1"] }), Of("K-5", 1, 900, 5, c => c with { Needs = ["K-9"] }),
    ];

    [Fact]
    public void The_best_two_beat_the_densest_and_what_needs_something_that_is_not_there_is_left()
        => Assert.Equal(["K-2", "K-3"], Chosen(100, WhatIf.Nothing));

    [Fact]
    public void A_pin_of_the_address_holds_in_both_directions()
    {
        Assert.Equal(["K-1", "K-4"], Chosen(100, WhatIf.Nothing.Pinned("K-1", true)));
        Assert.Equal(["K-2"], Chosen(100, WhatIf.Nothing.Pinned("K-3", false).Pinned("K-1", false)));
        Assert.Equal(WhatIf.Nothing.With, WhatIf.Nothing.Pinned("K-1", true).Pinned("K-1", null).With);
    }

    [Fact]
    public void A_must_that_the_budget_does_not_hold_is_said_and_not_hidden()
    {
        IReadOnlyList<Kept<Candidate>> must = [Of("K-1", 60, 100, 5, c => c with { Must = true })];
        Assert.Null(PortfolioPlan.Of(must, 59, WhatIf.Nothing, Judgement.None).Choice);
        Assert.Empty(PortfolioPlan.Of(must, 59, WhatIf.Nothing.Pinned("K-1", false), Judgement.None).Choice!.Taken);
    }

    [Fact]
    public void Weights_follow_from_comparisons_in_pairs()
    {
        Assert.All(Judgement.None.Weights().Weights, weight => Assert.Equal(0.25, weight, 6));

        // Customers outweigh all else nine times, consistently.
        var weights = new Judgement(null, [8, 8, 8, 0, 0, 0]).Weights();
        Assert.Equal(0.75, weights.Weights[0], 6);
        Assert.Equal(0, weights.ConsistencyRatio, 6);
    }

    [Fact]
    public void Marks_of_an_axis_are_round_and_hold_the_largest()
    {
        var scale = BubbleScale.Of([0, 3, 4_200_000_000], 640);
        Assert.Equal([0, 1e9, 2e9, 3e9, 4e9, 5e9], scale.Ticks);
        Assert.Equal(640, scale.At(scale.Most));
    }

    private static IEnumerable<string> Chosen(decimal budget, WhatIf asked) => PortfolioPlan.Of(All, budget, asked, Judgement.None).Items.Where(i => i.IsChosen).Select(i => i.Kept.Code).Order();

    private static Kept<Candidate> Of(string code, decimal cost, long customers, int gain, Func<Candidate, Candidate>? change = null)
    {
        var made = new Candidate(code, null, null, cost, customers, gain);
        return new(code, 1, change is null ? made : change(made), default, null);
    }
}
