using System.Text.Json.Serialization;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>Something that was done about a problem. A problem is what its moments make of it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Id of the person who did it; null where the product did.</param>
[JsonDerivedType(typeof(Proposed), "proposed")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Owned), "owned")]
[JsonDerivedType(typeof(Measured), "measured")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Fixed), "fixed")]
[JsonDerivedType(typeof(Verified), "verified")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Dismissed), "dismissed")]
public abstract record ProblemMoment(DateTimeOffset At, long? By)
{
    /// <summary>So many cases with its cause were resolved within so many days.</summary>
    public sealed record Proposed(DateTimeOffset At, int Cases, int Days) : ProblemMoment(At, null);

    /// <summary>Somebody says that it is one.</summary>
    public sealed record Opened(DateTimeOffset At, long? By) : ProblemMoment(At, By);

    /// <summary>Somebody has to mend it, or nobody.</summary>
    public sealed record Owned(DateTimeOffset At, long? By, long? Owner) : ProblemMoment(At, By);

    /// <summary>By what it will be seen whether it is mended.</summary>
    public sealed record Measured(DateTimeOffset At, long? By, ProblemMeasure Measure) : ProblemMoment(At, By);

    public sealed record Noted(DateTimeOffset At, long? By, string Text) : ProblemMoment(At, By);

    /// <param name="On">The first day on which it is mended.</param>
    /// <param name="Text">What was done.</param>
    public sealed record Fixed(DateTimeOffset At, long? By, DateOnly On, string Text) : ProblemMoment(At, By);

    /// <summary>The chart has decided that it is better.</summary>
    public sealed record Verified(DateTimeOffset At, Verdict Verdict) : ProblemMoment(At, null);

    /// <param name="Verdict">What the chart says, where it was the chart.</param>
    /// <param name="Cases">Cases that came again after the fix was confirmed, where it was they.</param>
    /// <param name="Reason">What a person says, where it was one.</param>
    public sealed record Reopened(DateTimeOffset At, long? By, Verdict? Verdict, int Cases, string? Reason) : ProblemMoment(At, By);

    public sealed record Dismissed(DateTimeOffset At, long? By) : ProblemMoment(At, By);
}
