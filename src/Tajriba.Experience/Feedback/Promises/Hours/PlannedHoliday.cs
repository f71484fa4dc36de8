using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises.Hours;

/// <summary>A day off with its name.</summary>
/// <param name="Year">The only year of its calendar, or null for each.</param>
public sealed record PlannedHoliday(HolidayCalendar Calendar, int Month, int Day, int? Year, LocalName Name)
{
    /// <summary>As the arithmetic takes it.</summary>
    public Holiday ToHoliday() => new(Calendar, Month, Day, Year);
}
