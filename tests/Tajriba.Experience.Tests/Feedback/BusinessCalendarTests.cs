using NodaTime;
using NodaTime.Text;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Tests.Feedback;

public sealed class BusinessCalendarTests
{
    private const int Drawn = 100_000;
    private const int Quarters = 200;

    [Fact]
    public void Drawn_calendars_agree_with_the_clock_on_the_wall()
    {
        Parallel.For(0, Drawn, seed =>
        {
            var drawn = new CalendarGenerator(seed);
            Instant at = drawn.Begin;
            int from = drawn.Next(Quarters);
            Duration work = Duration.Zero;
            Instant? enough = null;
            Duration wanted = CalendarGenerator.Quarter * (1 + drawn.Next(40));
            for (int i = 0; i < Quarters; i++)
            {
                Instant next = at + (CalendarGenerator.Quarter * i);
                bool open = drawn.IsWork(next);
                Assert.Equal(open, drawn.Calendar.IsOpen(next));
                if (i >= from && open)
                {
                    work += CalendarGenerator.Quarter;
                    enough ??= work == wanted ? next + CalendarGenerator.Quarter : null;
                }
            }

            Instant begin = at + (CalendarGenerator.Quarter * from);
            Instant end = at + (CalendarGenerator.Quarter * Quarters);
            Assert.Equal(work, drawn.Calendar.Between(begin, end));
            Instant? after = drawn.Calendar.After(begin, wanted);
            Assert.True(enough is null ? after is null || after > end : after == enough, $"Seed {seed}: {after} instead of {enough}.");

            // What is done in two parts is done at once, and time that was reached is reached.
            Instant middle = begin + Duration.FromTicks(drawn.Next(1_000_000) * (double)(end - begin).BclCompatibleTicks / 1_000_000);
            Assert.Equal(work, drawn.Calendar.Between(begin, middle) + drawn.Calendar.Between(middle, end));
            if (after is { } reached)
            {
                Assert.Equal(wanted, drawn.Calendar.Between(begin, reached));
                Assert.True(drawn.Calendar.Between(begin, reached - Duration.FromTicks(1)) < wanted, "An earlier instant would have done.");
            }
        });
    }

    [Theory]
    [InlineData("2022-03-21T20:30:00Z", "2022-03-22T20:30:00Z", 23)] // Clocks forward at midnight of 1 Farvardin 1401, for the last time.
    [InlineData("2022-09-20T20:30:00Z", "2022-09-22T20:30:00Z", 48)]
    [InlineData("2021-09-20T19:30:00Z", "2021-09-21T20:30:00Z", 25)] // Back at midnight of 30 Shahrivar 1400: the day had 25 hours.
    [InlineData("2023-03-20T20:30:00Z", "2023-03-21T20:30:00Z", 24)]
    public void Iran_s_clocks_have_their_history(string from, string to, int hours)
    {
        var tehran = new BusinessCalendar(DateTimeZoneProviders.Tzdb["Asia/Tehran"], [WorkingWeek.Of([Shift.WholeDay], Enum.GetValues<IsoDayOfWeek>().Skip(1))]);
        Assert.Equal((Instant(to) - Instant(from)).TotalHours, tehran.Between(Instant(from), Instant(to)).TotalHours);
        Assert.True(hours > 0);
    }

    [Fact]
    public void A_case_of_thursday_evening_is_due_on_saturday_where_friday_is_free_and_later_over_Nowruz()
    {
        BusinessCalendar branch = Branch();
        Assert.Equal(Instant("2024-11-02T08:30:00Z"), branch.After(Instant("2024-10-31T12:30:00Z"), Duration.FromHours(4))); // Thursday 16:00, closes 17:00, Saturday 9:00-12:00.
        Assert.Equal(Instant("2025-03-25T06:30:00Z"), branch.After(Instant("2025-03-20T12:30:00Z"), Duration.FromHours(2))); // 30 Esfand 1403, 16:00; 1-4 Farvardin are free.
    }

    [Fact]
    public void Thirty_Esfand_is_a_holiday_only_in_the_years_that_have_it()
    {
        var calendar = new BusinessCalendar(DateTimeZone.Utc, [WorkingWeek.Of([Shift.WholeDay], Enum.GetValues<IsoDayOfWeek>().Skip(1))], [new(HolidayCalendar.Jalali, 12, 30)]);
        Assert.Empty(calendar.ShiftsOn(new(2025, 3, 20)));
        Assert.Equal(366 - 1 + 365, Enumerable.Range(0, 731).Count(day => calendar.ShiftsOn(new LocalDate(2024, 1, 1).PlusDays(day)).Count > 0));
    }

    [Fact]
    public void A_lunar_holiday_moves_through_the_years_and_ends_with_its_table()
    {
        var calendar = new BusinessCalendar(DateTimeZone.Utc, [WorkingWeek.Of([Shift.WholeDay], Enum.GetValues<IsoDayOfWeek>().Skip(1))], [new(HolidayCalendar.UmmAlQura, 10, 1)]);
        Assert.Empty(calendar.ShiftsOn(new(2024, 4, 10)));
        Assert.Empty(calendar.ShiftsOn(new(2025, 3, 30)));
        Assert.Equal(365, Enumerable.Range(0, 365).Count(day => calendar.ShiftsOn(new LocalDate(2101, 1, 1).PlusDays(day)).Count > 0));
    }

    [Fact]
    public void Work_that_never_comes_is_no_instant()
    {
        var closed = new BusinessCalendar(DateTimeZone.Utc, [WorkingWeek.Of([])]);
        Assert.Null(closed.After(Instant("2026-01-01T00:00:00Z"), Duration.FromMinutes(1)));
        Assert.Equal(Duration.Zero, closed.Between(Instant("2026-01-01T00:00:00Z"), Instant("2029-01-01T00:00:00Z")));
        Assert.Throws<ArgumentOutOfRangeException>(() => closed.IsOpen(Instant("1900-01-01T00:00:00Z")));
        Assert.Throws<ArgumentException>(() => new BusinessCalendar(DateTimeZone.Utc, []));
    }

    internal static Instant Instant(string text) => InstantPattern.General.Parse(text).Value;

    /// <summary>Tehran, Saturday to Wednesday 9:00-17:00 and Thursday till 17:00 too, the first four days of Nowruz free.</summary>
    internal static BusinessCalendar Branch() => new(
        DateTimeZoneProviders.Tzdb["Asia/Tehran"],
        [WorkingWeek.Of([new(new(9, 0), new(17, 0))], Enum.GetValues<IsoDayOfWeek>().Where(day => day is not (IsoDayOfWeek.None or IsoDayOfWeek.Friday)))],
        [.. Enumerable.Range(1, 4).Select(day => new Holiday(HolidayCalendar.Jalali, 1, day))]);
}
