using FsCheck;
using FsCheck.Fluent;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Host.Tests.Messages;

public sealed class AttentionBudgetTests
{
    private const long Hour = 3_600_000_000;

    private static AttentionRules Rules => new() { Limits = [new(2, 7), new(4, 30)], HoursBetween = 5, Quiet = [], RestDays = [], TimeZone = "UTC" };

    /// <summary>Whatever the times and their order, no window ever holds more than allowed and no two stand too near.</summary>
    [Fact]
    public void No_window_holds_more_than_allowed_whatever_the_order() => Prop.ForAll(
        Gen.Choose(0, 60 * 24).Select(hour => hour * Hour).ListOf().ToArbitrary(),
        asked =>
        {
            var taken = new List<long>();
            foreach (var time in asked)
            {
                if (AttentionBudget.Judge(Rules, taken, time) is null)
                {
                    taken.Add(time);
                }
            }

            taken.Sort();
            return taken.Zip(taken.Skip(1)).All(pair => pair.Second - pair.First >= 5 * Hour)
                && Rules.Limits.All(limit => taken.All(begin => taken.Count(t => t >= begin && t < begin + (limit.Days * 24 * Hour)) <= limit.Most));
        }).QuickCheckThrowOnFailure();

    /// <summary>What is refused really would have broken a rule.</summary>
    [Fact]
    public void Nothing_is_refused_that_would_have_been_allowed() => Prop.ForAll(
        Gen.Choose(0, 60 * 24).Select(hour => hour * Hour).ListOf().ToArbitrary(),
        Gen.Choose(0, 60 * 24).Select(hour => hour * Hour).ToArbitrary(),
        (others, time) =>
        {
            List<long> all = [.. others, time];
            var breaks = others.Any(o => Math.Abs(o - time) < 5 * Hour)
                || Rules.Limits.Any(limit => all.Any(begin => begin <= time && time < begin + (limit.Days * 24 * Hour) && all.Count(t => t >= begin && t < begin + (limit.Days * 24 * Hour)) > limit.Most));
            return (AttentionBudget.Judge(Rules, others, time) is not null) == breaks;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-03-01T12:00", "2026-03-01T12:00")]
    [InlineData("2026-03-01T20:59", "2026-03-01T20:59")]
    [InlineData("2026-03-01T21:00", "2026-03-02T09:00")]
    [InlineData("2026-03-02T03:00", "2026-03-02T09:00")]
    [InlineData("2026-03-05T22:00", "2026-03-07T09:00")]
    [InlineData("2026-03-06T12:00", "2026-03-07T09:00")]
    public void Quiet_hours_and_rest_days_delay(string asked, string expected)
    {
        static DateTimeOffset Tehran(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(3.5));
        Assert.Equal(Tehran(expected), QuietTimes.Next(new AttentionRules(), "sms", null, Tehran(asked)));
    }

    /// <summary>A message never goes out in the quiet of the person's own zone, also where clocks change.</summary>
    [Fact]
    public void What_is_given_is_never_quiet() => Prop.ForAll(
        Gen.Choose(0, 24 * 365).ToArbitrary(),
        Gen.Elements("Europe/Berlin", "America/New_York", "Asia/Tehran", "Australia/Lord_Howe").ToArbitrary(),
        (hour, zone) =>
        {
            var asked = new DateTimeOffset(2026, 1, 1, 0, 30, 0, TimeSpan.Zero).AddHours(hour);
            var given = QuietTimes.Next(new AttentionRules { Quiet = [new("", new(21, 0), new(2, 30))] }, "email", zone, asked);
            var local = TimeZoneInfo.ConvertTime(given, TimeZoneInfo.FindSystemTimeZoneById(zone));
            return given >= asked && local.DayOfWeek != DayOfWeek.Friday && !(local.TimeOfDay >= TimeSpan.FromHours(21) || local.TimeOfDay < TimeSpan.FromHours(2.5)) && given - asked < TimeSpan.FromDays(3);
        }).QuickCheckThrowOnFailure();

    /// <summary>What one SMS part takes: a Persian text with our link in it.</summary>
    [Theory]
    [InlineData("", 1)]
    [InlineData("https://cx.example.com/s/0123456789012345678901", 1)]
    [InlineData("نظر شما درباره خدمت امروز؟ https://cx.example.com/s/0123456789012345678901", 2)]
    [InlineData("از خدمت ما راضی بودید؟ https://cx.example.com/s/0123456789012345678901", 1)]
    public void An_SMS_has_so_many_parts(string text, int parts) => Assert.Equal(parts, SmsLength.Parts(text));
}
