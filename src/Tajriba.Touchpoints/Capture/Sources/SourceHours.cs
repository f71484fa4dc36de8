namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>The last hour of every source.</summary>
public sealed class SourceHours
{
    private readonly long now;
    private readonly ILookup<long, SourceMinute> minutes;
    private readonly IReadOnlyDictionary<long, DateTimeOffset> lastSeen;

    internal SourceHours(long now, IReadOnlyList<SourceMinute> minutes, IReadOnlyDictionary<long, DateTimeOffset> lastSeen)
    {
        this.now = now;
        this.lastSeen = lastSeen;
        this.minutes = minutes.ToLookup(m => m.SourceId);
        All = new SourceHour(now, minutes, lastSeen.Count == 0 ? null : lastSeen.Values.Max());
    }

    /// <summary>All sources together.</summary>
    public SourceHour All { get; }

    /// <summary>One source.</summary>
    public SourceHour Of(long sourceId) => new(now, minutes[sourceId], lastSeen.TryGetValue(sourceId, out DateTimeOffset seen) ? seen : null);
}
