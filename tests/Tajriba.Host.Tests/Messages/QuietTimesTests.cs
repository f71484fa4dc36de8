using System.Globalization;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Host.Tests.Messages;

/// <summary>Quiet hours are those of the person's own clock, also in the nights in which it is put forward or back.</summary>
public sealed class QuietTimesTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T21:30Z", "2026-03-29T07:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T20:30Z", "2026-10-25T08:00Z")]
    [InlineData("America/New_York", "2026-03-08T04:00Z", "2026-03-08T13:00Z")]
    [InlineData("America/New_York", "2026-11-01T03:00Z", "2026-11-01T14:00Z")]
    [InlineData("Asia/Tehran", "2026-03-21T18:00Z", "2026-03-22T05:30Z")]
    [InlineData("Asia/Tehran", "2021-03-21T18:00Z", "2021-03-22T04:30Z")]
    [InlineData("Asia/Tehran", "2021-09-21T18:00Z", "2021-09-22T05:30Z")]
    [InlineData("Nowhere/Land", "2026-06-01T22:00Z", "2026-06-02T09:00Z")]
    [InlineData(null, "2026-06-01T12:00Z", "2026-06-01T12:00Z")]
    public void The_night_ends_by_the_persons_clock(string? zone, string asked, string expected)
    {
        var rules = new AttentionRules { RestDays = [], TimeZone = "UTC" };
        Assert.Equal(Instant(expected), QuietTimes.Next(rules, "email", zone, Instant(asked)));
    }

    /// <summary>A quiet time that ends within the hour that is skipped ends after it; within the hour that comes twice it ends the second time.</summary>
    [Theory]
    [InlineData("Europe/Berlin", 2, 30, "2026-03-28T23:00Z", "2026-03-29T01:30Z")]
    [InlineData("Europe/Berlin", 2, 30, "2026-10-24T23:00Z", "2026-10-25T01:30Z")]
    [InlineData("Asia/Tehran", 0, 30, "2021-03-21T18:00Z", "2021-03-21T21:00Z")]
    public void An_end_that_the_clock_skips_or_repeats_is_not_too_early(string zone, int hour, int minute, string asked, string expected)
    {
        var rules = new AttentionRules { RestDays = [], Quiet = [new("", new(21, 0), new(hour, minute))], TimeZone = "UTC" };
        Assert.Equal(Instant(expected), QuietTimes.Next(rules, "sms", zone, Instant(asked)));
    }

    [Fact]
    public void The_latest_told_of_a_person_holds()
    {
        static LoggedEvent Told(string? attributes) => new(1, "s", "i", "n", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, [], null, null, attributes);
        var known = PersonTraits.Of(
        [
            Told("""{"context":{"timezone":"Mars/Base","locale":"fa-IR"}}"""),
            Told(null),
            Told("""{"traits":{"segment":"gold","timezone":"Asia/Tehran","age":41}}"""),
            Told("""{"context":{"traits":{"segment":"silver","address":{"city":"Yazd"},"tags":["a"]},"timezone":"Europe/Berlin"}}"""),
            Told("""{"traits":3,"context":7}"""),
        ]);
        Assert.Equal(("Asia/Tehran", "fa"), (known.TimeZone, known.Language));
        Assert.Equal(("gold", "Yazd", "41", 4), (known.Traits["segment"], known.Traits["address.city"], known.Traits["age"], known.Traits.Count));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
