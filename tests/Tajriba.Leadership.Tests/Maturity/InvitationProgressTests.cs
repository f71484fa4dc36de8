using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Invitations;

namespace Tajriba.Leadership.Tests.Maturity;

public sealed class InvitationProgressTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void A_named_assessment_tells_of_every_unit()
    {
        InvitationProgress progress = InvitationProgress.Of(View(false), [.. Asked("a", 2, 1), .. Asked("b", 1, 0)]);
        Assert.Equal([("a", 2, 1), ("b", 1, 0)], progress.Units);
        Assert.Null(progress.Others);
        Assert.Equal((3, 1), progress.Whole);
    }

    [Fact]
    public void Of_an_anonymous_one_small_units_are_told_together_or_not_at_all()
    {
        InvitationProgress together = InvitationProgress.Of(View(true), [.. Asked("a", 6, 4), .. Asked("b", 3, 1), .. Asked("c", 2, 2)]);
        Assert.Equal([("a", 6, 4)], together.Units);
        Assert.Equal((5, 3), together.Others);

        // The two of b alone would be the difference of the whole from a.
        InvitationProgress few = InvitationProgress.Of(View(true), [.. Asked("a", 6, 4), .. Asked("b", 2, 1)]);
        Assert.Empty(few.Units);
        Assert.Equal((8, 5), few.Others);
        Assert.Equal((8, 5), few.Whole);

        InvitationProgress nothing = InvitationProgress.Of(View(true), [.. Asked("a", 3, 1)]);
        Assert.Empty(nothing.Units);
        Assert.Null(nothing.Others);
        Assert.Null(nothing.Whole);
    }

    [Fact]
    public void Units_that_the_reader_may_not_see_do_not_count()
        => Assert.Equal((1, 1), InvitationProgress.Of(View(false, "b"), [.. Asked("a", 4, 2), .. Asked("b", 1, 1)]).Whole);

    private static IEnumerable<Invitation> Asked(string unit, int count, int answered)
        => Enumerable.Range(0, count).Select(i => new Invitation(1, i, unit, AnswerRole.Staff, i < answered, null, null));

    private static CampaignView View(bool isAnonymous, params string[] units)
        => new(new Campaign(1, OwnFrame.Key, 0, new("Of us", ["a", "b", "c"], Day, Day, isAnonymous, 5, 4), false, 1), OwnFrame.Value, units.Length == 0 ? ["a", "b", "c"] : units, [], 0, true);
}
