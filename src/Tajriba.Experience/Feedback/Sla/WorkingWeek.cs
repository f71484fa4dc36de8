using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>The shifts of each weekday, from a day on; the hours that held before stay what they were.</summary>
/// <param name="ValidFrom">The first day on which they hold.</param>
/// <param name="Days">Shifts by weekday; a weekday that is missing is free. Shifts may overlap, they count once.</param>
public sealed record WorkingWeek(LocalDate ValidFrom, IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<Shift>> Days)
{
    /// <summary>The same shifts on each of the days, since ever.</summary>
    public static WorkingWeek Of(IReadOnlyList<Shift> shifts, params IEnumerable<IsoDayOfWeek> days)
        => new(LocalDate.MinIsoValue, days.ToDictionary(day => day, _ => shifts));

    internal IReadOnlyList<Shift> On(LocalDate day) => Days.GetValueOrDefault(day.DayOfWeek, []);
}
