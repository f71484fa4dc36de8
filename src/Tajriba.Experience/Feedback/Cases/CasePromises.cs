using NodaTime;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>How the promises of a case stand, under the calendars of its units and the goals that held when it was opened or changed its priority.</summary>
public sealed class CasePromises(IPromises promises, TimeProvider clock)
{
    /// <summary>What is set now, for good: within a transaction nothing else is read.</summary>
    public CasePromises Now() => new(promises.Now(), clock);

    public IReadOnlyList<SlaClock> Of(Case handled) => SlaClocks.At(MomentsOf(handled), AskedAt(handled));

    /// <summary>When the next running promise is or was due, and when somebody is next told, in microseconds; the greatest number where none runs.</summary>
    public (long Due, long Escalation) DatesOf(Case handled)
    {
        IReadOnlyList<SlaMoment> moments = MomentsOf(handled);
        Instant now = AskedAt(handled);
        SlaClock[] running = [.. SlaClocks.At(moments, now).Where(c => c.State == SlaState.Running)];
        return (
            First(running.Select(c => c.Due)),
            First(running.Select(c => StepsAhead(handled, c.Target).Select(s => SlaClocks.Reaches(moments, c.Target, s.Share, now)).FirstOrDefault())));
    }

    /// <summary>The furthest step that has come for a promise and was not told yet, or null.</summary>
    public (SlaTarget Target, EscalationStep Step)? EscalationOf(Case handled)
    {
        IReadOnlyList<SlaMoment> moments = MomentsOf(handled);
        Instant now = AskedAt(handled);
        foreach (SlaClock clockNow in SlaClocks.At(moments, now).Where(c => c.State == SlaState.Running))
        {
            if (StepsAhead(handled, clockNow.Target).LastOrDefault(s => SlaClocks.Reaches(moments, clockNow.Target, s.Share, now) <= now) is { } step)
            {
                return (clockNow.Target, step);
            }
        }

        return null;
    }

    private IEnumerable<EscalationStep> StepsAhead(Case handled, SlaTarget target)
    {
        double told = handled.EscalatedTo(target);
        return promises.Escalations.Steps.Where(s => s.Share > told);
    }

    private IReadOnlyList<SlaMoment> MomentsOf(Case handled) => CaseClocks.MomentsOf(handled, promises.CalendarOf, promises.GoalsOf);

    private Instant AskedAt(Case handled) => Instant.FromDateTimeOffset(clock.GetUtcNow() is var now && now > handled.Moments[^1].At ? now : handled.Moments[^1].At);

    private static long First(IEnumerable<Instant?> times)
        => times.OfType<Instant>().Select(t => Microseconds.Of(t.ToDateTimeOffset())).DefaultIfEmpty(long.MaxValue).Min();
}
