namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>Finds when a person may be disturbed.</summary>
public static class QuietTimes
{
    /// <summary>More turns than a week of nights and rest days takes.</summary>
    private const int MostTurns = 64;

    /// <summary>The instant itself where it is neither in quiet hours nor on a rest day, else the first after it that is not.</summary>
    /// <param name="rules">Quiet hours, rest days and the organization's zone.</param>
    /// <param name="channel">Quiet hours of this channel and of all count.</param>
    /// <param name="personZone">The person's zone; the organization's where null or unknown.</param>
    /// <param name="instant">The earliest wanted.</param>
    public static DateTimeOffset Next(AttentionRules rules, string channel, string? personZone, DateTimeOffset instant)
    {
        TimeZoneInfo zone = Zone(personZone) ?? Zone(rules.TimeZone) ?? TimeZoneInfo.Utc;
        for (var turn = 0; turn < MostTurns && End(rules, channel, TimeZoneInfo.ConvertTime(instant, zone).DateTime) is { } end; turn++)
        {
            instant = Instant(end, zone);
        }

        return instant;
    }

    private static DateTime? End(AttentionRules rules, string channel, DateTime local) =>
        rules.RestDays.Contains(local.DayOfWeek)
            ? local.Date.AddDays(1)
            : rules.Quiet.Where(q => q.Channel.Length == 0 || q.Channel == channel).Select(q => q.EndFrom(local)).FirstOrDefault(end => end is not null);

    /// <summary>A time that the clock skips is taken an hour later; of one that comes twice the second is taken, which is quiet no more by either.</summary>
    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        DateTime real = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, zone.GetUtcOffset(real)).ToUniversalTime();
    }

    private static TimeZoneInfo? Zone(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : null;
}
