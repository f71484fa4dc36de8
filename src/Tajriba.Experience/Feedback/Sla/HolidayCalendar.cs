namespace Tajriba.Experience.Feedback.Sla;

/// <summary>The calendar that a holiday's month and day are counted in.</summary>
public enum HolidayCalendar
{
    Gregorian,

    /// <summary>Solar Hijri as Iran keeps it (astronomical).</summary>
    Jalali,

    /// <summary>Lunar Hijri as tabulated by Umm al-Qura, 1318-1500. Where the moon is looked for, enter the days announced with their year.</summary>
    UmmAlQura,
}
