using Tajriba.Statistics;

namespace Tajriba.Leadership.Leadership.Commitments;

/// <summary>
/// How many commitments were kept of those that could be judged. One that is overdue counts as not kept, so that silence does not look better
/// than saying so; one that was withdrawn counts as neither.
/// </summary>
/// <param name="Kept">Those that were kept, late ones among them.</param>
/// <param name="Late">Of the kept, those after their day.</param>
/// <param name="Broken">Those that were broken.</param>
/// <param name="Overdue">Those whose day is over and of which nothing was said.</param>
/// <param name="Withdrawn">Those that were taken back.</param>
/// <param name="Open">Those that are open in time.</param>
public sealed record KeptShare(int Kept, int Late, int Broken, int Overdue, int Withdrawn, int Open)
{
    /// <summary>Below so many, a share says little.</summary>
    public const int Enough = 5;

    /// <summary>Those that can be judged.</summary>
    public int Judged => Kept + Broken + Overdue;

    /// <summary>The share with its 95% interval (Wilson); null where none can be judged.</summary>
    public Estimate? Share => Judged == 0 ? null : Proportion.Wilson(Kept, Judged);

    /// <summary>Whether there are enough to say something.</summary>
    public bool IsEnough => Judged >= Enough;

    /// <summary>Counts commitments as they stand on a day.</summary>
    public static KeptShare Of(IEnumerable<Commitment> commitments, DateOnly today)
    {
        IReadOnlyList<Commitment> all = [.. commitments];
        return new(
            all.Count(c => c.State == CommitmentState.Kept), all.Count(c => c.IsKeptLate), all.Count(c => c.State == CommitmentState.Broken),
            all.Count(c => c.IsOverdue(today)), all.Count(c => c.State == CommitmentState.Withdrawn), all.Count(c => c.IsOpen && !c.IsOverdue(today)));
    }
}
