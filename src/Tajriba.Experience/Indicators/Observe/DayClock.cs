using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>Days of the organization: on which one a moment falls, by the clocks of its zone.</summary>
public sealed class DayClock(TimeZoneInfo zone)
{
    private const long PerHour = 3_600_000_000;
    private const long PerDay = 24 * PerHour;
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Clocks change on quarters of an hour at the finest; most moments come close after one another.</summary>
    private const long Quarter = PerHour / 4;

    private readonly Dictionary<long, long> offsets = [];
    private readonly Lock gate = new();

    public TimeZoneInfo Zone => zone;

    /// <summary>The day of a moment, as <see cref="DateOnly.DayNumber"/>.</summary>
    /// <param name="time">Microseconds since 1970 in UTC.</param>
    public int Of(long time)
    {
        var quarter = Floor(time, Quarter);
        long offset;
        lock (gate)
        {
            if (!offsets.TryGetValue(quarter, out offset))
            {
                offset = zone.GetUtcOffset(Microseconds.ToTime(quarter * Quarter)).Ticks / TimeSpan.TicksPerMicrosecond;
                offsets.Add(quarter, offset);
            }
        }

        return Epoch + (int)Floor(time + offset, PerDay);
    }

    private static long Floor(long value, long by) => Math.DivRem(value, by, out var rest) - (rest < 0 ? 1 : 0);
}
