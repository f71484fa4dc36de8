using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Experience.Surveys.Invite;

namespace Tajriba.Host.Tests.Surveys.Invite;

public sealed class ProgrammeScheduleTests
{
    [Theory]
    [InlineData(ScheduleEvery.Week, 1, "Asia/Tehran", "2026-11-22T12:00Z", "2026-11-21T06:30Z", "2026-11-28T06:30Z")]
    [InlineData(ScheduleEvery.Week, 7, "UTC", "2026-11-20T10:00Z", "2026-11-20T10:00Z", "2026-11-27T10:00Z")]
    [InlineData(ScheduleEvery.Month, 31, "UTC", "2026-03-01T00:00Z", "2026-02-28T10:00Z", "2026-03-31T10:00Z")]
    [InlineData(ScheduleEvery.Month, 1, "Europe/Berlin", "2026-03-31T00:00Z", "2026-03-01T09:00Z", "2026-04-01T08:00Z")]
    [InlineData(ScheduleEvery.JalaliMonth, 1, "Asia/Tehran", "2026-11-22T12:00Z", "2026-11-22T06:30Z", "2026-12-22T06:30Z")]
    [InlineData(ScheduleEvery.JalaliMonth, 31, "Asia/Tehran", "2026-03-20T12:00Z", "2026-03-20T06:30Z", "2026-04-20T06:30Z")]
    public void It_falls_on_the_days_of_its_calendar(ScheduleEvery every, int day, string zone, string now, string latest, string next)
    {
        var schedule = new ProgrammeSchedule(every, day, new(10, 0));
        var where = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.Equal((Instant(latest), Instant(next)), (schedule.LatestUntil(Instant(now), where), schedule.NextAfter(Instant(now), where)));
    }

    /// <summary>The next time after the latest is the next time after now: none is left out and none comes twice, whatever the clock does.</summary>
    [Fact]
    public void No_time_is_left_out_and_none_comes_twice() => Prop.ForAll(
        (from every in Gen.Elements(Enum.GetValues<ScheduleEvery>())
         from day in Gen.Choose(1, every == ScheduleEvery.Week ? 7 : 31)
         from minute in Gen.Choose(0, 24 * 60 - 1)
         from zone in Gen.Elements("Europe/Berlin", "America/New_York", "Asia/Tehran", "Australia/Lord_Howe")
         from hours in Gen.Choose(0, 24 * 365 * 6)
         select (Schedule: new ProgrammeSchedule(every, day, TimeOnly.MinValue.AddMinutes(minute)), Zone: TimeZoneInfo.FindSystemTimeZoneById(zone), Now: new DateTimeOffset(2020, 1, 1, 0, 30, 0, TimeSpan.Zero).AddHours(hours))).ToArbitrary(),
        one =>
        {
            var latest = one.Schedule.LatestUntil(one.Now, one.Zone);
            var next = one.Schedule.NextAfter(one.Now, one.Zone);
            return latest <= one.Now && next > one.Now && one.Schedule.NextAfter(latest, one.Zone) == next && one.Schedule.LatestUntil(next, one.Zone) == next && (next - latest).TotalDays is > 6 and < 33;
        }).QuickCheckThrowOnFailure();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
