using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>By when customers are answered. Reading costs nothing; changes on other nodes are seen within seconds.</summary>
public interface IPromises
{
    /// <summary>The calendar of a unit; where it has none, of the nearest unit above it that has, else of the organization.</summary>
    /// <param name="unit">Code of the unit; null for the organization.</param>
    BusinessCalendar CalendarOf(string? unit);

    /// <summary>What a priority promises now.</summary>
    IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority);

    /// <summary>What a priority promised at a moment: later changes of the goals leave the past alone.</summary>
    IReadOnlyList<SlaGoal> GoalsOf(CasePriority priority, DateTimeOffset at);
}
