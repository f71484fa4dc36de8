namespace Tajriba.Kernel.Storage;

/// <summary>Times as the database keeps them: whole microseconds since 1970-01-01T00:00Z, rounded down.</summary>
public static class Microseconds
{
    /// <summary>0001-01-01T00:00Z, the earliest time that can be kept.</summary>
    public const long Min = -62_135_596_800_000_000;

    /// <summary>9999-12-31T23:59:59.999999Z, the latest.</summary>
    public const long Max = 253_402_300_799_999_999;

    private const long UnixEpochTicks = 621_355_968_000_000_000;

    public static long Of(DateTimeOffset time) => (time.UtcTicks / TimeSpan.TicksPerMicrosecond) - (UnixEpochTicks / TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset ToTime(long microseconds) => new((microseconds * TimeSpan.TicksPerMicrosecond) + UnixEpochTicks, TimeSpan.Zero);
}
