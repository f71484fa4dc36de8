using System.Collections.Concurrent;
using System.Text.Json;
using NodaTime;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Promises.Goals;
using Tajriba.Experience.Feedback.Promises.Hours;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>Calendars and goals as they are set, made once for each change.</summary>
internal sealed class PromiseBook(FeedbackSettings settings, IUnits units, DayClock days) : IPromises
{
    private volatile Known? known;

    /// <summary>The plan that a calendar is made of, and the code of the unit where it is set; null for the organization.</summary>
    public (CalendarPlan Plan, string? SetAt) PlanOf(string? unit)
    {
        Known now = Now();
        return now.SetAt(units.Tree, unit) is { } code ? (now.Plans[code], code.Length == 0 ? null : code) : (Usual, null);
    }

    /// <summary>What holds while nothing is set: the week of the country whose clock the organization goes by.</summary>
    public CalendarPlan Usual => UsualPlans.OfZone(days.Zone.Id);

    public BusinessCalendar CalendarOf(string? unit)
    {
        Known now = Now();
        string? code = now.SetAt(units.Tree, unit);
        return now.Calendars.GetOrAdd(code ?? "?", static (_, plan) => plan.ToCalendar(), code is null ? Usual : now.Plans[code]);
    }

    public IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority) => Now().Goals[^1].Plan.Of(priority);

    public IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority, DateTimeOffset at)
        => (Now().Goals.LastOrDefault(g => g.At <= at) ?? Now().Goals[0]).Plan.Of(priority);

    private Known Now()
    {
        object stamp = settings.Stamp;
        return known is { } one && ReferenceEquals(one.Stamp, stamp) ? one : known = Known.Of(stamp, settings);
    }

    private sealed record DatedGoals(DateTimeOffset At, GoalsPlan Plan);

    private sealed record Known(object Stamp, IReadOnlyDictionary<string, CalendarPlan> Plans, IReadOnlyList<DatedGoals> Goals)
    {
        public ConcurrentDictionary<string, BusinessCalendar> Calendars { get; } = new(StringComparer.Ordinal);

        public static Known Of(object stamp, FeedbackSettings settings) => new(
            stamp,
            settings.Of(SettingKind.Hours).ToDictionary(v => v.Key, v => JsonSerializer.Deserialize<CalendarPlan>(v.Body!, FeedbackSettings.Json)!, StringComparer.Ordinal),
            [
                new(DateTimeOffset.MinValue, GoalsPlan.Usual),
                .. settings.History(SettingKind.Goals, "").Select(v => new DatedGoals(v.At, v.Body is null ? GoalsPlan.Usual : JsonSerializer.Deserialize<GoalsPlan>(v.Body, FeedbackSettings.Json)!)),
            ]);

        /// <summary>Key of the plan that holds for a unit, or null where none is set.</summary>
        public string? SetAt(UnitTree tree, string? unit)
        {
            string? own = tree.Find(unit) is { } found ? tree.PathOf(found).Select(u => u.Code).LastOrDefault(Plans.ContainsKey) : null;
            return own ?? (Plans.ContainsKey("") ? "" : null);
        }
    }
}
