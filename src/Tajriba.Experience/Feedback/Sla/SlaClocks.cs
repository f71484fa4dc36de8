using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>
/// What was promised to a customer and how it stands: a function of what happened to the case, of the calendars and of the
/// moment, of nothing else. The same moments give the same past however late one asks.
/// </summary>
public static class SlaClocks
{
    /// <summary>The clocks of a case, one for each goal it ever had, in the order of <see cref="SlaTarget"/>.</summary>
    /// <param name="moments">In any order; those after <paramref name="now"/> have not happened yet. Of two at the same instant the earlier in the list came first.</param>
    /// <param name="now">The moment of asking.</param>
    public static IReadOnlyList<SlaClock> At(IEnumerable<SlaMoment> moments, Instant now)
    {
        List<SlaMoment> past = [.. moments.Where(moment => moment.At <= now).OrderBy(moment => moment.At).SkipWhile(moment => moment is not SlaMoment.Opened)];
        return [.. Enum.GetValues<SlaTarget>().Select(target => new Run(target).Through(past, now)).OfType<SlaClock>()];
    }

    /// <summary>
    /// When a share of the goal was or will be used up, if nothing else happens: the moment of an escalation. Null while the clock stands
    /// short of it, when the promise was done before, and where no goal holds.
    /// </summary>
    /// <param name="moments">As in <see cref="At"/>.</param>
    /// <param name="target">Whose clock.</param>
    /// <param name="share">More than 0; 0.8 is four fifths of the goal, 1 its end, 2 twice as long.</param>
    /// <param name="now">The moment of asking.</param>
    public static Instant? Reaches(IEnumerable<SlaMoment> moments, SlaTarget target, double share, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        List<SlaMoment> past = [.. moments.Where(moment => moment.At <= now).OrderBy(moment => moment.At).SkipWhile(moment => moment is not SlaMoment.Opened)];
        var run = new Run(target, share);
        return run.Through(past, now) is { } clock ? run.Reached ?? (clock.State == SlaState.Running ? run.Ahead : null) : null;
    }

    /// <summary>Walks from moment to moment with the time used so far.</summary>
    private sealed class Run(SlaTarget target, double share = 1)
    {
        private BusinessCalendar calendar = BusinessCalendar.Always;
        private Duration? within;
        private Duration spent = Duration.Zero;
        private bool paused;
        private Instant? doneAt;
        private Instant? brokenAt;
        private Instant at;

        // Since when the goal holds, and when the last working time was used.
        private Instant since;
        private Instant used;

        /// <summary>When the share of the goal was used up.</summary>
        public Instant? Reached { get; private set; }

        /// <summary>When it will be.</summary>
        public Instant? Ahead { get; private set; }

        public SlaClock? Through(List<SlaMoment> past, Instant now)
        {
            foreach (SlaMoment moment in past)
            {
                Go(moment.At);
                Hear(moment);
            }

            if (past.Count == 0 || within is not { } goal)
            {
                return null;
            }

            Go(now);
            SlaState state = doneAt is not null ? SlaState.Done : paused ? SlaState.Paused : SlaState.Running;
            Instant? due = brokenAt ?? (state == SlaState.Running ? calendar.After(now, goal - spent) : null);
            Ahead = state == SlaState.Running && goal * share >= spent ? calendar.After(now, (goal * share) - spent) : null;
            return new(target, goal, state, spent, due, doneAt, brokenAt);
        }

        private void Go(Instant to)
        {
            if (doneAt is null && !paused && within is { } goal)
            {
                Duration more = calendar.Between(at, to);
                brokenAt ??= Crossing(goal, more);
                Reached ??= Crossing(goal * share, more);
                spent += more;
                used = more > Duration.Zero ? calendar.After(at, more) ?? to : used;
            }

            at = to;
        }

        /// <summary>When the time used passes a limit between here and there. Used up to the last tick is kept: who answers at that moment answers in time.</summary>
        private Instant? Crossing(Duration limit, Duration more)
            => spent + more <= limit ? null : spent > limit ? at : spent == limit ? Instant.Max(used, since) : calendar.After(at, limit - spent);

        private void Hear(SlaMoment moment)
        {
            switch (moment)
            {
                case SlaMoment.Opened opened:
                    calendar = opened.Calendar;
                    (within, since) = (Goal(opened.Goals), moment.At);
                    break;
                case SlaMoment.Promised promised:
                    (within, since) = (Goal(promised.Goals) ?? within, moment.At);
                    break;
                case SlaMoment.Moved moved:
                    calendar = moved.Calendar;
                    break;
                case SlaMoment.Paused:
                    paused = true;
                    break;
                case SlaMoment.Resumed:
                    paused = false;
                    break;
                case SlaMoment.Answered when target == SlaTarget.Answer:
                case SlaMoment.Resolved:
                    doneAt ??= moment.At;
                    break;
                case SlaMoment.Reopened when target == SlaTarget.Resolution:
                    doneAt = null;
                    paused = false;
                    break;
            }
        }

        private Duration? Goal(IReadOnlyList<SlaGoal> goals) => goals.FirstOrDefault(goal => goal.Target == target)?.Within;
    }
}
