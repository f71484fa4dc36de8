using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Time;

namespace Tajriba.Leadership.Tests.Leadership;

/// <summary>Hours with customers by month of the reader's calendar.</summary>
public sealed class MonthOfTimeTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Months_are_those_of_the_reader_s_calendar_and_a_part_of_one_expects_a_part()
    {
        var leader = new Leader(1, "Branch", null, new(2026, 10, 16), 6);
        CustomerTime[] times = [Of(new(2026, 10, 31), 2), Of(new(2026, 11, 1), 3), Of(new(2026, 11, 22), 1.5m)];
        var months = MonthOfTime.Of(leader, times, 3, Today, CalendarKind.Gregorian);
        Assert.Equal([new(2026, 9, 1), new(2026, 10, 1), new(2026, 11, 1)], months.Select(m => m.Days.From));
        Assert.Equal([0m, 2m, 4.5m], months.Select(m => m.Hours));
        Assert.Equal([null, 6m * 16 / 31, 6m], months.Select(m => m.Expected));
        Assert.Equal([true, true, false], months.Select(m => m.IsOver));

        // Azar 1405 began on 22 November.
        var jalali = MonthOfTime.Of(leader, times, 2, Today, CalendarKind.Jalali);
        Assert.Equal([new(2026, 10, 23), new(2026, 11, 22)], jalali.Select(m => m.Days.From));
        Assert.Equal([5m, 1.5m], jalali.Select(m => m.Hours));
    }

    [Fact]
    public void Where_nothing_is_expected_there_is_no_share()
        => Assert.All(MonthOfTime.Of(new(1, "Branch", null, default, 0), [Of(Today, 3)], 2, Today, CalendarKind.Gregorian), m => Assert.Null(m.Share));

    private static CustomerTime Of(DateOnly on, decimal hours) => new("L-1", TimeKind.Visit, on, hours, null, "");
}
