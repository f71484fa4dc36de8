using NodaTime;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Experience.Feedback.Promises.Hours;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>Calendars and goals as they are set, made once for each change.</summary>
internal sealed class PromiseBook(FeedbackSettings settings, IUnits units, DayClock days) : IPromises
{
    private volatile SetPromises? known;

    public EscalationPlan Escalations => Set().Escalations;

    public DateTimeOffset ChangedAt => Set().ChangedAt;

    /// <summary>What holds while nothing is set: the week of the country whose clock the organization goes by.</summary>
    public CalendarPlan Usual => UsualPlans.OfZone(days.Zone.Id);

    public IPromises Now() => Set();

    /// <summary>The plan that a calendar is made of, and the code of the unit where it is set; null for the organization.</summary>
    public (CalendarPlan Plan, string? SetAt) PlanOf(string? unit) => Set().PlanOf(unit);

    public BusinessCalendar CalendarOf(string? unit) => Set().CalendarOf(unit);

    public IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority) => Set().GoalsOf(priority);

    public IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority, DateTimeOffset at) => Set().GoalsOf(priority, at);

    private SetPromises Set()
    {
        (object stamp, UnitTree tree) = (settings.Stamp, units.Tree);
        return known is { } one && one.IsOf(stamp, tree) ? one : known = new SetPromises(stamp, settings, tree, Usual);
    }
}
