using System.Globalization;

namespace Tajriba.Demo.Story;

/// <summary>Days of the story, counted from its first, in the group's own time (+03:30), and how busy each is.</summary>
internal sealed class DemoCalendar
{
    public const int SecondsPerDay = 86_400;
    public static readonly TimeSpan Offset = TimeSpan.FromMinutes(210);

    private static readonly PersianCalendar Persian = new();
    private readonly DateOnly start;

    public DemoCalendar(DateOnly endDay)
    {
        start = endDay.AddDays(-DemoParameters.HistoryDays);
        Start = new DateTimeOffset(start.ToDateTime(TimeOnly.MinValue), Offset);
    }

    public DateTimeOffset Start { get; }

    /// <summary>The season's factor on enquiries and visits: the rush before Nowruz, its holidays, and Mehr.</summary>
    public double Season(int day)
    {
        var date = start.AddDays(day).ToDateTime(TimeOnly.MinValue);
        return (Persian.GetMonth(date), Persian.GetDayOfMonth(date)) switch
        {
            (12, _) => DemoParameters.EsfandFactor,
            (1, <= 13) => DemoParameters.NowruzFactor,
            (7, _) => DemoParameters.MehrFactor,
            _ => 1,
        };
    }

    /// <summary>Season and weekday: Friday is nearly closed, Thursday short.</summary>
    public double Busyness(int day) => Season(day) * start.AddDays(day).DayOfWeek switch
    {
        DayOfWeek.Friday => 0.08,
        DayOfWeek.Thursday => 0.75,
        _ => 1.15,
    };

    /// <summary>A working moment on a day or on the first open day after it.</summary>
    public int AtWork(int day, ref Dice dice, int fromHour = 8, int toHour = 18)
    {
        while (start.AddDays(day).DayOfWeek == DayOfWeek.Friday)
        {
            day++;
        }

        return (day * SecondsPerDay) + dice.Between(fromHour * 3600, (toHour * 3600) - 1);
    }

    /// <summary>A moment when people use their telephones.</summary>
    public static int Anytime(int day, ref Dice dice) => (day * SecondsPerDay) + dice.Between(7 * 3600, (23 * 3600) - 1);
}
