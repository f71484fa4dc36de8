using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>Something that happened to a case and that its clocks hear of.</summary>
public abstract record SlaMoment(Instant At)
{
    /// <summary>The case begins, under a calendar and goals. Moments before the first of these count for nothing.</summary>
    public sealed record Opened(Instant At, BusinessCalendar Calendar, IReadOnlyList<SlaGoal> Goals) : SlaMoment(At);

    /// <summary>Other goals from now on, as after a change of priority; the time that was used stays used.</summary>
    public sealed record Promised(Instant At, IReadOnlyList<SlaGoal> Goals) : SlaMoment(At);

    /// <summary>Another calendar from now on, as after a move to another unit.</summary>
    public sealed record Moved(Instant At, BusinessCalendar Calendar) : SlaMoment(At);

    /// <summary>Nobody but the customer, or a third party, can go on: both clocks stand.</summary>
    public sealed record Paused(Instant At) : SlaMoment(At);

    public sealed record Resumed(Instant At) : SlaMoment(At);

    /// <summary>The customer was answered. Only the first counts.</summary>
    public sealed record Answered(Instant At) : SlaMoment(At);

    /// <summary>Also ends the wait for an answer: there is nothing left to answer.</summary>
    public sealed record Resolved(Instant At) : SlaMoment(At);

    /// <summary>The clock of the resolution goes on from where it stood; the time in between counts for nothing.</summary>
    public sealed record Reopened(Instant At) : SlaMoment(At);
}
