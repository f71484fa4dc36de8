namespace Tajriba.Experience.Feedback.Promises.Hours;

/// <summary>Work by the clock on the wall; an end that is not after the begin is of the next day.</summary>
public sealed record PlannedShift(TimeOnly From, TimeOnly To);
