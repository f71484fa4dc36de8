namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>What a text of a time may leave open.</summary>
/// <param name="Zone">Where clocks without offset stood; UTC where null.</param>
/// <param name="MonthFirst">Whether <c>03/04/2024</c> is the fourth of March.</param>
public readonly record struct TimeRules(TimeZoneInfo? Zone, bool MonthFirst)
{
    /// <summary>Offset of the zone, in microseconds, at a local time. A clock time that never was counts as just after the gap.</summary>
    public long OffsetAt(long localMicroseconds)
    {
        if (Zone is null || Zone.BaseUtcOffset == TimeSpan.Zero && !Zone.SupportsDaylightSavingTime)
        {
            return 0;
        }

        var local = new DateTime(DateTime.UnixEpoch.Ticks + (localMicroseconds * TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified);
        return Zone.GetUtcOffset(local).Ticks / TimeSpan.TicksPerMicrosecond;
    }
}
