namespace Tajriba.Experience.Feedback.Promises.Goals;

/// <summary>What a priority promises, in working time; null for nothing.</summary>
public sealed record PriorityGoals(TimeSpan? Answer, TimeSpan? Resolution);
