using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>A stretch of work by the clock on the wall. It belongs to the day on which it begins.</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends, itself not included; not after <paramref name="From"/>, it is a time of the next day, so that 0:00 to 0:00 is a whole day.</param>
public readonly record struct Shift(LocalTime From, LocalTime To)
{
    /// <summary>All day and night.</summary>
    public static Shift WholeDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    internal LocalDateTime StartOn(LocalDate day) => day + From;

    internal LocalDateTime EndOn(LocalDate day) => (To > From ? day : day.PlusDays(1)) + To;
}
