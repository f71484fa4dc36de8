using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Tests.Feedback;

/// <summary>Calendars drawn from a seed, with the answer worked out by looking at the wall clock every quarter of an hour.</summary>
internal sealed class CalendarGenerator
{
    public static readonly Duration Quarter = Duration.FromMinutes(15);

    private static readonly string[] Zones = ["Asia/Tehran", "Asia/Baghdad", "Europe/London", "Africa/Cairo", "Australia/Lord_Howe", "UTC"];
    private readonly Random random;
    private readonly IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<Shift>>[] weeks;
    private readonly LocalDate change;
    private readonly List<Holiday> holidays = [];
    private readonly Dictionary<LocalDate, IReadOnlyList<Shift>> exceptions = [];
    private readonly Dictionary<LocalDate, IReadOnlyList<Shift>?> days = [];
    private readonly PersianCalendar jalali = new();

    public CalendarGenerator(int seed)
    {
        random = new(seed);
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]];

        // One case of two begins next to a change of the clocks.
        Instant near = Instant.FromUtc(random.Next(2004, 2024), 1, 1, 0, 0) + Duration.FromDays(random.Next(365));
        var part = zone.GetZoneInterval(near);
        Begin = random.Next(2) == 0 && part.HasEnd && part.End < Instant.FromUtc(2030, 1, 1, 0, 0) ? part.End - (Quarter * random.Next(200)) : near + (Quarter * random.Next(96));
        LocalDate day = Begin.InZone(zone).Date;
        change = day.PlusDays(random.Next(-3, 4));
        weeks = [Week(), Week()];
        for (int i = random.Next(4); i > 0; i--)
        {
            DateTime at = day.PlusDays(random.Next(-2, 6)).ToDateTimeUnspecified();
            int? year = random.Next(2) == 0 ? null : 0;
            holidays.Add(random.Next(2) == 0
                ? new(HolidayCalendar.Gregorian, at.Month, at.Day, year is null ? null : at.Year)
                : new(HolidayCalendar.Jalali, jalali.GetMonth(at), jalali.GetDayOfMonth(at), year is null ? null : jalali.GetYear(at)));
        }

        for (int i = random.Next(3); i > 0; i--)
        {
            exceptions[day.PlusDays(random.Next(-2, 6))] = Shifts();
        }

        Calendar = new(zone, [new(LocalDate.MinIsoValue, weeks[0]), new(change, weeks[1])], holidays, exceptions);
    }

    public BusinessCalendar Calendar { get; }

    /// <summary>A quarter of an hour at which to begin to look.</summary>
    public Instant Begin { get; }

    public int Next(int most) => random.Next(most);

    /// <summary>Whether the quarter of an hour that begins there is work, by the wall clock and the lists that were drawn.</summary>
    public bool IsWork(Instant instant)
    {
        LocalDateTime wall = instant.InZone(Calendar.Zone).LocalDateTime;
        LocalDate before = wall.Date.PlusDays(-1);
        return ShiftsOn(wall.Date).Any(shift => shift.From <= wall.TimeOfDay && (wall.TimeOfDay < shift.To || shift.To <= shift.From))
            || ShiftsOn(before).Any(shift => shift.To <= shift.From && wall.TimeOfDay < shift.To);
    }

    private IReadOnlyList<Shift> ShiftsOn(LocalDate day)
    {
        ref IReadOnlyList<Shift>? known = ref CollectionsMarshal.GetValueRefOrAddDefault(days, day, out _);
        return known ??= Look(day);
    }

    private IReadOnlyList<Shift> Look(LocalDate day)
    {
        if (exceptions.TryGetValue(day, out IReadOnlyList<Shift>? own))
        {
            return own;
        }

        DateTime at = day.ToDateTimeUnspecified();
        bool free = holidays.Exists(holiday => holiday.Calendar == HolidayCalendar.Gregorian
            ? (holiday.Month, holiday.Day) == (at.Month, at.Day) && (holiday.Year ?? at.Year) == at.Year
            : (holiday.Month, holiday.Day) == (jalali.GetMonth(at), jalali.GetDayOfMonth(at)) && (holiday.Year ?? jalali.GetYear(at)) == jalali.GetYear(at));
        return free ? [] : weeks[day >= change ? 1 : 0].GetValueOrDefault(day.DayOfWeek, []);
    }

    private Dictionary<IsoDayOfWeek, IReadOnlyList<Shift>> Week()
        => Enumerable.Range(1, 7).Where(_ => random.Next(4) > 0).ToDictionary(day => (IsoDayOfWeek)day, _ => Shifts());

    private IReadOnlyList<Shift> Shifts() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Shift(Time(), Time()))];

    private LocalTime Time() => LocalTime.Midnight.PlusMinutes(15 * random.Next(96));
}
