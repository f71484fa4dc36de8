using System.Collections.Concurrent;
using NodaTime;

namespace Tajriba.Experience.Feedback.Sla;

/// <summary>
/// Which stretches of time count as work: an instant does where the clock on the wall of the calendar's zone then stands within
/// a shift of that day, or of the day before that goes on. When clocks are set back an hour of a shift counts twice, when they
/// are set forward it is gone, by the zone's history. Immutable; months are worked out when first asked for.
/// </summary>
public sealed class BusinessCalendar
{
    /// <summary>The years that it answers for.</summary>
    public const int FirstYear = 1980, LastYear = 2150;

    /// <summary>How far ahead work is looked for.</summary>
    public const int YearsAhead = 10;

    private const int LastMonth = (12 * LastYear) + 11;

    private readonly WorkingWeek[] weeks;
    private readonly Holiday[] holidays;
    private readonly Dictionary<LocalDate, IReadOnlyList<Shift>> exceptions;
    private readonly ConcurrentDictionary<int, HashSet<LocalDate>> free = new();
    private readonly ConcurrentDictionary<int, WorkingMonth> months = new();

    /// <param name="zone">Where the clock hangs.</param>
    /// <param name="weeks">At least one; before the first day of the first nobody works.</param>
    /// <param name="holidays">Days without shifts.</param>
    /// <param name="exceptions">Shifts of single days, which go before week and holiday; empty for a day off.</param>
    /// <exception cref="ArgumentException">Two weeks hold from the same day on, or there is none.</exception>
    public BusinessCalendar(
        DateTimeZone zone,
        IEnumerable<WorkingWeek> weeks,
        IEnumerable<Holiday>? holidays = null,
        IReadOnlyDictionary<LocalDate, IReadOnlyList<Shift>>? exceptions = null)
    {
        Zone = zone;
        this.weeks = [.. weeks.OrderByDescending(week => week.ValidFrom)];
        if (this.weeks.Length == 0 || this.weeks.DistinctBy(week => week.ValidFrom).Count() != this.weeks.Length)
        {
            throw new ArgumentException("Needs weeks that hold from different days on.", nameof(weeks));
        }

        this.holidays = [.. holidays ?? []];
        this.exceptions = exceptions?.ToDictionary() ?? [];
    }

    /// <summary>Every moment counts.</summary>
    public static BusinessCalendar Always { get; } = new(DateTimeZone.Utc, [WorkingWeek.Of([Shift.WholeDay], Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None))]);

    public DateTimeZone Zone { get; }

    /// <summary>The shifts that begin on a day.</summary>
    public IReadOnlyList<Shift> ShiftsOn(LocalDate day)
        => exceptions.TryGetValue(day, out IReadOnlyList<Shift>? own) ? own
            : free.GetOrAdd(day.Year, static (year, holidays) => [.. holidays.SelectMany(holiday => holiday.In(year))], holidays).Contains(day) ? []
            : Array.Find(weeks, week => week.ValidFrom <= day)?.On(day) ?? [];

    /// <summary>Working time between two instants; zero where the second is not later.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public Duration Between(Instant from, Instant to)
    {
        if (to <= from)
        {
            return Duration.Zero;
        }

        (int first, int last) = (MonthOf(from), MonthOf(to));
        Duration sum = Of(last).WorkBefore(to) - Of(first).WorkBefore(from);
        for (int month = first; month < last; month++)
        {
            sum += Of(month).Work;
        }

        return sum;
    }

    /// <summary>
    /// The earliest instant at which so much working time has gone by since another; that instant itself where the time is zero.
    /// Null where there is not so much work in <see cref="YearsAhead"/> years.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside <see cref="FirstYear"/> to <see cref="LastYear"/>, or the time is negative.</exception>
    public Instant? After(Instant from, Duration work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(work, Duration.Zero);
        if (work == Duration.Zero)
        {
            return from;
        }

        int first = MonthOf(from);
        Duration left = work + Of(first).WorkBefore(from);
        for (int month = first; month <= Math.Min(first + (12 * YearsAhead), LastMonth); month++)
        {
            if (left <= Of(month).Work)
            {
                return Of(month).InstantOf(left);
            }

            left -= Of(month).Work;
        }

        return null;
    }

    /// <summary>Whether an instant is working time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public bool IsOpen(Instant instant) => Of(MonthOf(instant)).IsOpen(instant);

    private int MonthOf(Instant instant)
    {
        LocalDate day = instant.InZone(Zone).Date;
        return day.Year is >= FirstYear and <= LastYear ? (12 * day.Year) + day.Month - 1
            : throw new ArgumentOutOfRangeException(nameof(instant), instant, $"Must lie in the years {FirstYear} to {LastYear}.");
    }

    private WorkingMonth Of(int month) => months.GetOrAdd(month, static (month, calendar) => WorkingMonth.Of(calendar, month), this);
}
