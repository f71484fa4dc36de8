using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Wins;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Tests.Leadership;

/// <summary>What is small and does much.</summary>
public sealed class QuickWinsTests
{
    [Fact]
    public void The_cheap_soon_and_sure_are_found_the_most_for_their_cost_first()
    {
        Kept<Candidate>[] all =
        [
            Of("dear", 1_000, 5_000), Of("less", 100, 500), Of("most", 10, 900), Of("late", 10, 900, speed: 3), Of("wager", 10, 900, sureness: 2), Of("later", 10, 900, needs: "dear"), Of("begun", 10, 900), Of("huge", 9_000, 9_000),
        ];
        Kept<Win>[] wins = [new("W-1", 1, new("Begun", null, null, "begun"), default, null)];
        Assert.Equal(["most"], QuickWins.Among([.. all.Where(c => c.Code != "less")], wins).Select(c => c.Code));
        Assert.Equal(["most", "less"], QuickWins.Among([.. all, Of("dearer", 2_000, 1), Of("dearest", 3_000, 1), Of("dearest of all", 4_000, 1)], wins).Select(c => c.Code));
        Assert.Empty(QuickWins.Among([], []));
    }

    [Fact]
    public void No_more_than_a_hand_full_is_proposed()
        => Assert.Equal(QuickWins.Most, QuickWins.Among([.. Enumerable.Range(0, 40).Select(i => Of("K-" + i, i, 100))], []).Count);

    private static Kept<Candidate> Of(string code, decimal cost, long customers, int speed = 4, int sureness = 3, string? needs = null)
        => new(code, 1, new(code, null, null, cost, customers, 3) { Speed = speed, Sureness = sureness, Needs = needs is null ? [] : [needs] }, default, null);
}
