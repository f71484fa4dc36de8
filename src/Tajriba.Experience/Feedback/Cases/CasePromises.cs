using NodaTime;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>How the promises of a case stand, under the calendars of its units and the goals that held when it was opened.</summary>
internal sealed class CasePromises(IPromises promises, TimeProvider clock)
{
    public IReadOnlyList<SlaClock> Of(Case handled)
        => SlaClocks.At(
            CaseClocks.MomentsOf(handled, promises.CalendarOf, priority => promises.GoalsOf(priority, handled.OpenedAt)),
            Instant.FromDateTimeOffset(clock.GetUtcNow() is var now && now > handled.Moments[^1].At ? now : handled.Moments[^1].At));

    /// <summary>When the next running promise is or was due, in microseconds; the greatest number where none runs.</summary>
    public static long DueAt(IReadOnlyList<SlaClock> clocks)
        => clocks.Where(c => c is { State: SlaState.Running, Due: not null }).Select(c => Microseconds.Of(c.Due!.Value.ToDateTimeOffset())).DefaultIfEmpty(long.MaxValue).Min();
}
