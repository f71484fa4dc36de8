using Tajriba.Experience.Feedback.Problems;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Tests.Feedback.Problems;

public sealed class ProposalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly UnitTree Tree = new(
    [
        new(1, "org", UnitKind.Organization, null, new("Org")), new(2, "north", UnitKind.Region, 1, new("North")), new(3, "n1", UnitKind.Branch, 2, new("N1")),
        new(4, "n2", UnitKind.Branch, 2, new("N2")), new(5, "s1", UnitKind.Branch, 1, new("S1")),
    ]);

    [Theory]
    [InlineData("n1", "n1", "n1", "n1")]
    [InlineData("north", "n1", "n2", "n1")]
    [InlineData(null, "n1", "s1", "n1")]
    [InlineData(null, "n1", null, "n1")]
    public void Three_like_it_make_a_problem_of_the_nearest_unit_above_them(string? expected, params string?[] units)
        => Assert.Equal([new Proposal("late", expected, 3)], Proposal.Of([.. units.Select((u, i) => Case(i, u)), Case(7, "n1", "rude")], [], new(), Tree));

    [Fact]
    public void What_is_known_is_not_proposed_again_and_what_was_dismissed_only_by_new_cases()
    {
        ProblemCase[] three = [Case(1, "n1"), Case(2, "n1"), Case(3, "n1")];
        Assert.Empty(Proposal.Of(three[..2], [], new(), Tree));
        Assert.Empty(Proposal.Of(three, [Known("north")], new(), Tree));
        Assert.Empty(Proposal.Of(three, [Known(null)], new(), Tree));
        Assert.Single(Proposal.Of(three, [Known("s1")], new(), Tree));
        Problem dismissed = Problem.Of(1, "late", "n1", [new ProblemMoment.Proposed(Noon, 3, 30), new ProblemMoment.Dismissed(Noon.AddDays(1), 1)]);
        Assert.Empty(Proposal.Of(three, [dismissed], new(), Tree));
        Assert.Single(Proposal.Of([.. three.Select(c => c with { ResolvedAt = Noon.AddDays(2) })], [dismissed], new(), Tree));
    }

    [Fact]
    public void A_problem_is_mended_only_after_it_is_said_by_what_that_will_be_seen()
    {
        var today = DateOnly.FromDateTime(Noon.UtcDateTime);
        Problem open = Known("n1");
        ProblemMoment fix = new ProblemMoment.Fixed(Noon, 1, today, "Two more mechanics");
        Assert.Equal(ProblemFault.NeedsMeasure, open.Fault(fix, today));
        Problem measured = Problem.Of(1, "late", "n1", [.. open.Moments, new ProblemMoment.Measured(Noon, 1, new("on-time"))]);
        Assert.Null(measured.Fault(fix, today));
        Assert.Equal(ProblemFault.NotYetFixed, measured.Fault(new ProblemMoment.Fixed(Noon, 1, today.AddDays(1), "x"), today));
        Assert.Equal(ProblemFault.NeedsText, measured.Fault(new ProblemMoment.Fixed(Noon, 1, today, " "), today));
        Problem mended = Problem.Of(1, "late", "n1", [.. measured.Moments, fix]);
        Assert.Equal((ProblemState.Fixed, ProblemFault.NotNow), (mended.State, mended.Fault(fix, today)!.Value));
        Problem again = Problem.Of(1, "late", "n1", [.. mended.Moments, new ProblemMoment.Verified(Noon, new(VerdictKind.Confirmed, 20, 4, 0)), new ProblemMoment.Reopened(Noon, null, null, 1, null)]);
        Assert.Equal((ProblemState.Open, 1, null, null), (again.State, again.Reopenings, again.Fix, again.VerifiedAt));
    }

    private static Problem Known(string? unit) => Problem.Of(1, "late", unit, [new ProblemMoment.Opened(Noon, 1)]);

    private static ProblemCase Case(int number, string? unit, string cause = "late") => new("C-" + number, unit, cause, Noon.AddHours(-number), Noon.AddHours(-number));
}
