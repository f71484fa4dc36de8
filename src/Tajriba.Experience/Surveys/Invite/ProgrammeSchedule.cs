using System.Globalization;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>When a programme asks again and again: on a weekday, or a day of each month, in the organization's zone.</summary>
/// <param name="Every">What repeats.</param>
/// <param name="Day">Of a week 1 (Saturday) to 7 (Friday); of a month 1 to 31, the last day where the month has fewer.</param>
/// <param name="At">Local time of the day.</param>
public sealed record ProgrammeSchedule(ScheduleEvery Every, int Day, TimeOnly At)
{
    private const int MostDays = 31;
    private static readonly PersianCalendar Persian = new();

    public static ProgrammeSchedule Usual { get; } = new(ScheduleEvery.Week, 1, new TimeOnly(10, 0));

    public bool IsSound() => Enum.IsDefined(Every) && Day >= 1 && Day <= (Every == ScheduleEvery.Week ? 7 : MostDays);

    /// <summary>The latest time that is not after an instant. A local time that the clock skips is taken an hour later, of one that comes twice the first.</summary>
    public DateTimeOffset LatestUntil(DateTimeOffset instant, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        for (var date = DateOnly.FromDateTime(local).AddDays(1); ; date = date.AddDays(-1))
        {
            if (Falls(date) && Instant(date, zone) is var time && time <= instant)
            {
                return time;
            }
        }
    }

    /// <summary>The first time after an instant.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        for (var date = DateOnly.FromDateTime(local).AddDays(-1); ; date = date.AddDays(1))
        {
            if (Falls(date) && Instant(date, zone) is var time && time > instant)
            {
                return time;
            }
        }
    }

    private bool Falls(DateOnly date)
    {
        if (Every == ScheduleEvery.Week)
        {
            return (((int)date.DayOfWeek + 1) % 7) + 1 == Day;
        }

        var moment = date.ToDateTime(TimeOnly.MinValue);
        var (day, days) = Every == ScheduleEvery.Month
            ? (date.Day, DateTime.DaysInMonth(date.Year, date.Month))
            : (Persian.GetDayOfMonth(moment), Persian.GetDaysInMonth(Persian.GetYear(moment), Persian.GetMonth(moment)));
        return day == Math.Min(Day, days);
    }

    private DateTimeOffset Instant(DateOnly date, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(At);
        if (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
