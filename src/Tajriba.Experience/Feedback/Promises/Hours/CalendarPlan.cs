using NodaTime;
using NodaTime.Extensions;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Promises.Hours;

/// <summary>When a unit works, as it is set.</summary>
/// <param name="Zone">IANA name of the zone of its clock.</param>
/// <param name="Weeks">At least one, each from another day on.</param>
/// <param name="Holidays">Days off.</param>
/// <param name="Days">Single days with hours of their own.</param>
public sealed record CalendarPlan(string Zone, IReadOnlyList<PlannedWeek> Weeks, IReadOnlyList<PlannedHoliday> Holidays, IReadOnlyList<PlannedDay> Days)
{
    /// <summary>Limits on what can be set.</summary>
    public const int MostShifts = 4, MostHolidays = 200, MostDays = 200, MostWeeks = 50;

    /// <summary>The calendar that it makes.</summary>
    /// <exception cref="ArgumentException">See <see cref="Fault"/>.</exception>
    public BusinessCalendar ToCalendar() => new(
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? throw new ArgumentException($"There is no zone {Zone}."),
        Weeks.Select(w => new WorkingWeek(
            w.From is { } from ? LocalDate.FromDateOnly(from) : LocalDate.MinIsoValue,
            w.Days.ToDictionary(d => d.Key.ToIsoDayOfWeek(), d => Of(d.Value)))),
        Holidays.Select(h => h.ToHoliday()),
        Days.ToDictionary(d => LocalDate.FromDateOnly(d.Day), d => Of(d.Shifts)));

    /// <summary>The week that holds on a day; null before the first.</summary>
    public PlannedWeek? WeekOn(DateOnly day) => Weeks.Where(w => w.From is null || w.From <= day).MaxBy(w => w.From ?? DateOnly.MinValue);

    /// <summary>What is wrong with it (<c>zone</c>, <c>weeks</c>, <c>shifts</c>, <c>holidays</c>, <c>days</c>, <c>free</c>), or null.</summary>
    public string? Fault()
        => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null ? "zone"
            : Weeks.Count is 0 or > MostWeeks || Weeks.DistinctBy(w => w.From).Count() != Weeks.Count ? "weeks"
            : Weeks.SelectMany(w => w.Days.Values).Concat(Days.Select(d => d.Shifts)).Any(s => s.Count > MostShifts) ? "shifts"
            : Weeks.Any(w => w.Days.Values.All(s => s.Count == 0)) ? "free"
            : Holidays.Count > MostHolidays || Holidays.Any(h => !IsDay(h)) ? "holidays"
            : Days.Count > MostDays || Days.DistinctBy(d => d.Day).Count() != Days.Count ? "days"
            : null;

    private static bool IsDay(PlannedHoliday holiday)
        => holiday is { Month: >= 1 and <= 12, Day: >= 1 and <= 31, Name.En.Length: > 0 and <= 100 }
            && (holiday.Year is not { } year || (year >= YearsOf(holiday.Calendar).First && year <= YearsOf(holiday.Calendar).Last));

    /// <summary>The years that can be entered: what the arithmetic answers for and the calendar is tabulated for.</summary>
    private static (int First, int Last) YearsOf(HolidayCalendar calendar) => calendar switch
    {
        HolidayCalendar.Jalali => (BusinessCalendar.FirstYear - 621, BusinessCalendar.LastYear - 622),
        HolidayCalendar.UmmAlQura => (1400, 1500),
        _ => (BusinessCalendar.FirstYear, BusinessCalendar.LastYear),
    };

    private static IReadOnlyList<Shift> Of(IReadOnlyList<PlannedShift> shifts) => [.. shifts.Select(s => new Shift(LocalTime.FromTimeOnly(s.From), LocalTime.FromTimeOnly(s.To)))];
}
