using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>One promise of a case at a moment.</summary>
/// <param name="Target">What was promised.</param>
/// <param name="Within">The goal that holds now.</param>
/// <param name="State">How the clock stands.</param>
/// <param name="Spent">Working time used so far.</param>
/// <param name="Due">When the goal is or was used up if nothing else happens; null while the clock stands, and where the calendar has no work left.</param>
/// <param name="DoneAt">When it was done; null until then.</param>
/// <param name="BrokenAt">When the time ran out; null where it did not. A promise that was broken stays so.</param>
public sealed record SlaClock(SlaTarget Target, Duration Within, SlaState State, Duration Spent, Instant? Due, Instant? DoneAt, Instant? BrokenAt)
{
    /// <summary>Kept so far, or for good once <see cref="SlaState.Done"/>.</summary>
    public bool IsKept => BrokenAt is null;

    /// <summary>Working time that is left; negative once broken.</summary>
    public Duration Left => Within - Spent;
}
