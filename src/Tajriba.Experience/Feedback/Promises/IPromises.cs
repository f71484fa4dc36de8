using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Promises.Escalations;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>By when customers are answered. Reading costs nothing; changes on other nodes are seen within seconds.</summary>
public interface IPromises
{
    /// <summary>Who is told when time runs out, and when a resolved case closes.</summary>
    EscalationPlan Escalations { get; }

    /// <summary>When anything that clocks go by was last changed.</summary>
    DateTimeOffset ChangedAt { get; }

    /// <summary>All of this as it is set now, for good: it asks no database any more, so that a transaction can work with it.</summary>
    IPromises Now();

    /// <summary>The calendar of a unit; where it has none, of the nearest unit above it that has, else of the organization.</summary>
    /// <param name="unit">Code of the unit; null for the organization.</param>
    BusinessCalendar CalendarOf(string? unit);

    /// <summary>What a priority promises now.</summary>
    IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority);

    /// <summary>What a priority promised at a moment: later changes of the goals leave the past alone.</summary>
    IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority, DateTimeOffset at);
}
