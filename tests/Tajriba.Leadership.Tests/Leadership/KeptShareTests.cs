using Tajriba.Leadership.Leadership.Commitments;

namespace Tajriba.Leadership.Tests.Leadership;

/// <summary>How many commitments were kept, and what may be said of it.</summary>
public sealed class KeptShareTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Silence_after_the_day_counts_as_not_kept_and_what_was_withdrawn_as_neither()
    {
        var share = KeptShare.Of(
            [
                Of(CommitmentState.Kept, -10, -12), Of(CommitmentState.Kept, -10, -3), Of(CommitmentState.Broken, -10, -10), Of(CommitmentState.Withdrawn, -10, -20), Of(CommitmentState.Open, -1, null),
                Of(CommitmentState.Open, 0, null),
            ],
            Today);
        Assert.Equal(new KeptShare(Kept: 2, Late: 1, Broken: 1, Overdue: 1, Withdrawn: 1, Open: 1), share);
        Assert.Equal((4, false), (share.Judged, share.IsEnough));

        // Wilson's interval of 2 of 4.
        Assert.Equal(0.5, share.Share!.Value.Value);
        Assert.Equal(0.1500, share.Share.Value.Lower, 4);
        Assert.Equal(0.8500, share.Share.Value.Upper, 4);
    }

    [Fact]
    public void Of_nothing_judged_there_is_no_share() => Assert.Null(KeptShare.Of([Of(CommitmentState.Open, 3, null), Of(CommitmentState.Withdrawn, -3, -4)], Today).Share);

    private static Commitment Of(CommitmentState state, int due, int? closed)
        => new("L-1", "Read every complaint", Today.AddDays(-60), Today.AddDays(due)) { State = state, ClosedOn = closed is { } days ? Today.AddDays(days) : null };
}
