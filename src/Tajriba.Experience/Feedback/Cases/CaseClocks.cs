using NodaTime;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>What the clocks hear of what was done to a case.</summary>
public static class CaseClocks
{
    /// <summary>The moments that count, under the calendars of units and the goals of priorities.</summary>
    /// <param name="handled">The case. One that went into another promises nothing any more.</param>
    /// <param name="calendarOf">The calendar of a unit's code, or of the organization for null.</param>
    /// <param name="goalsOf">What a priority promised at a moment.</param>
    public static IReadOnlyList<SlaMoment> MomentsOf(Case handled, Func<string?, BusinessCalendar> calendarOf, Func<CasePriority, DateTimeOffset, IReadOnlyList<SlaGoal>> goalsOf)
    {
        if (handled.State == CaseState.Merged)
        {
            return [];
        }

        var moments = new List<SlaMoment>(handled.Moments.Length);
        Case? now = null;
        foreach (CaseMoment moment in handled.Moments)
        {
            Case? before = now;
            now = now is null ? Case.Open(handled.Code, (CaseMoment.Opened)moment) : now.After(moment);
            Instant at = Instant.FromDateTimeOffset(moment.At);
            switch (moment)
            {
                case CaseMoment.Opened opened:
                    moments.Add(new SlaMoment.Opened(at, calendarOf(opened.Unit), goalsOf(opened.Priority, opened.At)));
                    break;
                case CaseMoment.Moved moved:
                    moments.Add(new SlaMoment.Moved(at, calendarOf(moved.Unit)));
                    break;
                case CaseMoment.Prioritized prioritized:
                    moments.Add(new SlaMoment.Promised(at, goalsOf(prioritized.Priority, prioritized.At)));
                    break;
                case CaseMoment.Answered:
                    moments.Add(new SlaMoment.Answered(at));
                    break;
            }

            if (before is not null && before.State != now.State)
            {
                moments.AddRange(Turns(before.State, now.State, at));
            }
        }

        return moments;
    }

    private static IEnumerable<SlaMoment> Turns(CaseState before, CaseState after, Instant at)
    {
        if (after == CaseState.Resolved)
        {
            yield return new SlaMoment.Resolved(at);
        }
        else if (before is CaseState.Resolved or CaseState.Closed && after is CaseState.New or CaseState.Open)
        {
            yield return new SlaMoment.Reopened(at);
        }
        else if (after == CaseState.Waiting)
        {
            yield return new SlaMoment.Paused(at);
        }
        else if (before == CaseState.Waiting)
        {
            yield return new SlaMoment.Resumed(at);
        }
    }
}
