using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Promises.Hours;

/// <summary>Changes of a calendar as its forms send them.</summary>
internal static class HoursForm
{
    /// <summary>Shifts of a day that the form has room for.</summary>
    public const int Shifts = 2;

    private const string Iso = "yyyy-MM-dd";

    /// <summary>What can be done; also the end of the address.</summary>
    public static IReadOnlyList<string> Deeds { get; } = ["week", "week-remove", "holiday", "holiday-remove", "lunar", "day", "day-remove", "begin", "inherit"];

    public static string FromName(DayOfWeek day, int shift) => string.Create(CultureInfo.InvariantCulture, $"from-{day}-{shift}");

    public static string ToName(DayOfWeek day, int shift) => string.Create(CultureInfo.InvariantCulture, $"to-{day}-{shift}");

    /// <summary>The plan after a change; null with what is wrong (<c>date</c>, <c>time</c>, <c>number</c>, <c>what</c>).</summary>
    public static CalendarPlan? Change(string deed, IFormCollection form, Read read, CalendarPlan plan, out string? fault)
    {
        (CalendarPlan? changed, fault) = deed switch
        {
            "week" => Week(form, read, plan),
            "week-remove" => (plan with { Weeks = [.. plan.Weeks.Where(w => Text(w.From) != form["week"].ToString())] }, null),
            "holiday" => Holiday(form, read, plan),
            "holiday-remove" => (plan with { Holidays = [.. plan.Holidays.Where((_, i) => i.ToString(CultureInfo.InvariantCulture) != form["holiday"].ToString())] }, null),
            "lunar" => Lunar(form, read, plan),
            "day" => Day(form, read, plan),
            "day-remove" => (plan with { Days = [.. plan.Days.Where(d => Text(d.Day) != form["day"].ToString())] }, null),
            "begin" when UsualPlans.Keys.Contains(form["plan"].ToString()) => (UsualPlans.Of(form["plan"].ToString(), plan.Zone), null),
            _ => ((CalendarPlan?)null, "what"),
        };
        return changed;
    }

    /// <summary>A day as forms carry it; empty for since ever.</summary>
    public static string Text(DateOnly? day) => day?.ToString(Iso, CultureInfo.InvariantCulture) ?? "";

    private static (CalendarPlan? Plan, string? Fault) Week(IFormCollection form, Read read, CalendarPlan plan)
    {
        string typed = form["from"].ToString();
        DateOnly? from = read.Date(typed);
        if (!string.IsNullOrWhiteSpace(typed) && from is null)
        {
            return (null, "date");
        }

        var days = new Dictionary<DayOfWeek, IReadOnlyList<PlannedShift>>();
        foreach (DayOfWeek day in Enum.GetValues<DayOfWeek>())
        {
            var shifts = new List<PlannedShift>();
            for (int i = 0; i < Shifts; i++)
            {
                if (!TryShift(form[FromName(day, i)].ToString(), form[ToName(day, i)].ToString(), out PlannedShift? shift))
                {
                    return (null, "time");
                }

                if (shift is not null)
                {
                    shifts.Add(shift);
                }
            }

            days.Add(day, shifts);
        }

        return (plan with { Zone = form["zone"].ToString().Trim(), Weeks = [.. plan.Weeks.Where(w => w.From != from), new PlannedWeek(from, days)] }, null);
    }

    private static (CalendarPlan? Plan, string? Fault) Holiday(IFormCollection form, Read read, CalendarPlan plan)
    {
        string year = form["year"].ToString();
        if (!Enum.TryParse(form["calendar"], out HolidayCalendar calendar) || !Enum.IsDefined(calendar) || read.Count(form["month"]) is not { } month || read.Count(form["day"]) is not { } day
            || (!string.IsNullOrWhiteSpace(year) && read.Count(year) is null))
        {
            return (null, "number");
        }

        string name = form["name"].ToString().Trim();
        var holiday = new PlannedHoliday(calendar, Small(month), Small(day), string.IsNullOrWhiteSpace(year) ? null : Small(read.Count(year)!.Value), new LocalName(name));
        return (plan with { Holidays = [.. plan.Holidays, holiday] }, null);
    }

    private static (CalendarPlan? Plan, string? Fault) Lunar(IFormCollection form, Read read, CalendarPlan plan)
        => read.Count(form["year"]) is not { } year ? (null, "number")
            : (plan with { Holidays = [.. plan.Holidays, .. UsualPlans.IranianLunar(Small(year)).Where(h => plan.Holidays.All(known => (known.Calendar, known.Month, known.Day, known.Year) != (h.Calendar, h.Month, h.Day, h.Year)))] }, null);

    private static (CalendarPlan? Plan, string? Fault) Day(IFormCollection form, Read read, CalendarPlan plan)
        => read.Date(form["date"]) is not { } date ? (null, "date")
            : !TryShift(form["from"].ToString(), form["to"].ToString(), out PlannedShift? shift) ? (null, "time")
            : (plan with { Days = [.. plan.Days.Where(d => d.Day != date), new PlannedDay(date, shift is null ? [] : [shift])] }, null);

    /// <summary>No shift where both ends are empty.</summary>
    private static bool TryShift(string from, string to, out PlannedShift? shift)
    {
        shift = null;
        if (from.Length == 0 && to.Length == 0)
        {
            return true;
        }

        bool isRead = TryTime(from, out TimeOnly begin) & TryTime(to, out TimeOnly end);
        shift = isRead ? new(begin, end) : null;
        return isRead;
    }

    private static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static int Small(long number) => (int)Math.Clamp(number, -1, 100_000);
}
