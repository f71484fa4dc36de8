namespace Tajriba.Experience.Feedback.Promises.Hours;

/// <summary>The shifts of a week.</summary>
/// <param name="From">The first day on which they hold; null for since ever.</param>
/// <param name="Days">By weekday; a day that is missing is free.</param>
public sealed record PlannedWeek(DateOnly? From, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<PlannedShift>> Days);
