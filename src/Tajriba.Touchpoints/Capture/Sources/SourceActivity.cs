using System.Collections.Concurrent;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>What each source has sent to this node since it started: the last hour by minute, and the last events.</summary>
public sealed class SourceActivity(TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, SourceTail> tails = new();

    /// <summary>The tail of a source; an empty one where it has sent nothing.</summary>
    public SourceTail Of(long sourceId) => tails.GetOrAdd(sourceId, _ => new SourceTail());

    /// <summary>Notes an answered request.</summary>
    /// <param name="sourceId">Who sent it.</param>
    /// <param name="events">What became events.</param>
    /// <param name="refusals">What was refused.</param>
    /// <param name="begun">Clock reading (<see cref="TimeProvider.GetTimestamp"/>) when it arrived.</param>
    internal void Note(long sourceId, IReadOnlyList<LiveEvent> events, IReadOnlyList<Refusal> refusals, long begun) =>
        Of(sourceId).Note(events, refusals, clock.GetUtcNow(), clock.GetElapsedTime(begun));
}
