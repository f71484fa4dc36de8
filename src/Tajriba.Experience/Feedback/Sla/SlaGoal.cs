using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>How much working time a target may take. Time counts by the calendar that holds for the case at that moment.</summary>
/// <param name="Within">More than zero.</param>
public sealed record SlaGoal(SlaTarget Target, Duration Within);
