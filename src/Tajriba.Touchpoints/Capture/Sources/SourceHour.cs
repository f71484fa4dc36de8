namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>The last sixty minutes of one source, or of all of them together, on every node.</summary>
public sealed class SourceHour
{
    /// <summary>Minutes that are looked back.</summary>
    public const int Minutes = 60;

    private const int Recent = 5;
    private readonly double milliseconds;
    private readonly long requests;

    internal SourceHour(long now, IEnumerable<SourceMinute> minutes, DateTimeOffset? lastSeen)
    {
        LastSeen = lastSeen;
        var taken = new long[Minutes];
        foreach (SourceMinute minute in minutes.Where(m => m.Minute > now - Minutes && m.Minute <= now))
        {
            taken[minute.Minute - now + Minutes - 1] += minute.Taken;
            Refused += minute.Refused;
            requests += minute.Requests;
            milliseconds += minute.Milliseconds;
        }

        Taken = taken;
    }

    /// <summary>Events taken in each minute, oldest first, the current one last.</summary>
    public IReadOnlyList<long> Taken { get; }

    /// <summary>What was refused, in all.</summary>
    public long Refused { get; }

    /// <summary>When anything was last sent, however long ago; null where nothing ever was.</summary>
    public DateTimeOffset? LastSeen { get; }

    /// <summary>Mean time from arrival to answer; null where there was no request.</summary>
    public TimeSpan? MeanLatency => requests == 0 ? null : TimeSpan.FromMilliseconds(milliseconds / requests);

    /// <summary>Events per minute over the last five minutes that have ended.</summary>
    public double Rate => Taken.Skip(Minutes - 1 - Recent).Take(Recent).Average();

    /// <summary>The minutes that have ended, for a drawing: the current one would always seem to fall.</summary>
    public IReadOnlyList<double?> Trend => [.. Taken.Take(Minutes - 1).Select(n => (double?)n)];
}
