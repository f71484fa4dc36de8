using System.Collections.Concurrent;
using System.Text.Json;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Experience.Feedback.Promises.Goals;
using Tajriba.Experience.Feedback.Promises.Hours;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>Calendars, goals and escalations as they were set at one moment. Immutable.</summary>
internal sealed class SetPromises : IPromises
{
    private readonly object stamp;
    private readonly UnitTree tree;
    private readonly CalendarPlan usual;
    private readonly Dictionary<string, CalendarPlan> plans;
    private readonly DatedGoals[] goals;
    private readonly ConcurrentDictionary<string, BusinessCalendar> calendars = new(StringComparer.Ordinal);

    public SetPromises(object stamp, FeedbackSettings settings, UnitTree tree, CalendarPlan usual)
    {
        (this.stamp, this.tree, this.usual) = (stamp, tree, usual);
        plans = settings.Of(SettingKind.Hours).ToDictionary(v => v.Key, v => Read<CalendarPlan>(v)!, StringComparer.Ordinal);
        goals = [new(DateTimeOffset.MinValue, GoalsPlan.Usual), .. settings.History(SettingKind.Goals, "").Select(v => new DatedGoals(v.At, Read<GoalsPlan>(v) ?? GoalsPlan.Usual))];
        Escalations = settings.Find(SettingKind.Escalation, "") is { } set ? Read<EscalationPlan>(set) ?? EscalationPlan.Usual : EscalationPlan.Usual;
        ChangedAt = settings.LastOf([SettingKind.Hours, SettingKind.Goals, SettingKind.Escalation]);
    }

    public EscalationPlan Escalations { get; }

    public DateTimeOffset ChangedAt { get; }

    /// <summary>Whether it was made of these settings and units.</summary>
    public bool IsOf(object settings, UnitTree units) => ReferenceEquals(stamp, settings) && ReferenceEquals(tree, units);

    public IPromises Now() => this;

    /// <summary>The plan that a calendar is made of, and the code of the unit where it is set; null for the organization.</summary>
    public (CalendarPlan Plan, string? SetAt) PlanOf(string? unit) => SetAt(unit) is { } code ? (plans[code], code.Length == 0 ? null : code) : (usual, null);

    public BusinessCalendar CalendarOf(string? unit)
    {
        string? code = SetAt(unit);
        return calendars.GetOrAdd(code ?? "?", static (_, plan) => plan.ToCalendar(), code is null ? usual : plans[code]);
    }

    public IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority) => goals[^1].Plan.Of(priority);

    public IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority, DateTimeOffset at) => (goals.LastOrDefault(g => g.At <= at) ?? goals[0]).Plan.Of(priority);

    /// <summary>Key of the plan that holds for a unit, or null where none is set.</summary>
    private string? SetAt(string? unit)
    {
        string? own = tree.Find(unit) is { } found ? tree.PathOf(found).Select(u => u.Code).LastOrDefault(plans.ContainsKey) : null;
        return own ?? (plans.ContainsKey("") ? "" : null);
    }

    private static T? Read<T>(SettingVersion set)
        where T : class
        => set.Body is null ? null : JsonSerializer.Deserialize<T>(set.Body, FeedbackSettings.Json);

    private sealed record DatedGoals(DateTimeOffset At, GoalsPlan Plan);
}
