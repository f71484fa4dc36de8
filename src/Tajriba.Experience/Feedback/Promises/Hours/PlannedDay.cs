namespace Tajriba.Experience.Feedback.Promises.Hours;

/// <summary>A single day with hours of its own, whatever its week and the holidays say; without shifts it is off.</summary>
public sealed record PlannedDay(DateOnly Day, IReadOnlyList<PlannedShift> Shifts);
