namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>
/// Calendars and clocks reckoned by hand, apart from the runtime's: Nowruz by the official calendar of the University of
/// Tehran's Institute of Geophysics, daylight saving by the laws as the tz database tells them.
/// </summary>
internal static class CalendarOracle
{
    public const int FirstYear = 1398;
    public const int LastYear = 1405;

    private static readonly DateOnly[] Nowruz =
    [
        new(2019, 3, 21), new(2020, 3, 20), new(2021, 3, 21), new(2022, 3, 21), new(2023, 3, 21), new(2024, 3, 20), new(2025, 3, 21), new(2026, 3, 21), new(2027, 3, 21),
    ];

    public static DateOnly Gregorian(int year, int month, int day) =>
        Nowruz[year - FirstYear].AddDays((month <= 7 ? 31 * (month - 1) : 186 + (30 * (month - 7))) + day - 1);

    public static int DaysIn(int year, int month) =>
        month <= 6 ? 31 : month <= 11 ? 30 : Nowruz[year + 1 - FirstYear].DayNumber - Nowruz[year - FirstYear].DayNumber - 336;

    public static (int Year, int Month, int Day) Jalali(DateOnly date)
    {
        int year = LastYear;
        while (Nowruz[year - FirstYear] > date)
        {
            year--;
        }

        int month = 1, day = date.DayNumber - Nowruz[year - FirstYear].DayNumber + 1;
        while (day > DaysIn(year, month))
        {
            day -= DaysIn(year, month++);
        }

        return (year, month, day);
    }

    /// <summary>The last Saturday at or before a day.</summary>
    public static DateOnly Saturday(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Saturday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    public static DateOnly Monday(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>Offset from UTC at an instant, and the offset without daylight saving.</summary>
    public static (TimeSpan Offset, TimeSpan Standard) OffsetAt(string zone, DateTime utc)
    {
        (TimeSpan standard, DateTime begin, DateTime end) = zone switch
        {
            // From the end of 1 Farvardin to the end of 30 Shahrivar (of 31 days), for the last time in 1401.
            "Asia/Tehran" => (new TimeSpan(3, 30, 0), At(TehranYear(utc), 1, 2, 3.5), At(TehranYear(utc), 6, 31, 4.5)),

            // Second Sunday in March to first Sunday in November, at two o'clock.
            "America/New_York" => (TimeSpan.FromHours(-5), Sunday(utc.Year, 3, 8).AddHours(7), Sunday(utc.Year, 11, 1).AddHours(6)),

            // Last Sundays in March and October, at one o'clock UTC.
            "Europe/Berlin" => (TimeSpan.FromHours(1), Sunday(utc.Year, 3, 25).AddHours(1), Sunday(utc.Year, 10, 25).AddHours(1)),
            _ => throw new ArgumentOutOfRangeException(nameof(zone)),
        };
        bool saves = utc >= begin && utc < end && (zone != "Asia/Tehran" || TehranYear(utc) <= 1401);
        return (saves ? standard + TimeSpan.FromHours(1) : standard, standard);
    }

    private static int TehranYear(DateTime utc) => Jalali(DateOnly.FromDateTime(utc.AddHours(3.5))).Year;

    private static DateTime At(int year, int month, int day, double offset) => Gregorian(year, month, day).ToDateTime(TimeOnly.MinValue).AddHours(-offset);

    /// <summary>The first Sunday at or after a day of a month.</summary>
    private static DateTime Sunday(int year, int month, int from)
    {
        var day = new DateTime(year, month, from);
        while (day.DayOfWeek != DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
