using System.Collections.Concurrent;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>
/// How many events a second each source may send to this node. A source saves up one second's events at most; what a request
/// brings is known only after it was read, so that it may run into debt, which later requests wait for.
/// </summary>
internal sealed class SourceRates(CollectLimits limits, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, Bucket> buckets = new();

    /// <summary>Asks for a request of at least one event, before it is read.</summary>
    /// <param name="source">Who sends it.</param>
    /// <param name="wait">Where the answer is false: when to ask again.</param>
    public bool TryBegin(EventSource source, out TimeSpan wait)
    {
        int rate = source.EventsPerSecond ?? limits.SourceEventsPerSecond;
        wait = TimeSpan.Zero;
        if (rate <= 0)
        {
            buckets.TryRemove(source.Id, out _);
            return true;
        }

        return buckets.GetOrAdd(source.Id, _ => new Bucket(clock, rate)).TryTake(rate, out wait);
    }

    /// <summary>Counts what a request that was let in brought beyond the one event that it was let in for.</summary>
    public void Charge(long sourceId, int items)
    {
        if (items > 1 && buckets.TryGetValue(sourceId, out Bucket? bucket))
        {
            bucket.Take(items - 1);
        }
    }

    private sealed class Bucket(TimeProvider clock, int rate)
    {
        private readonly Lock gate = new();
        private long filledAt = clock.GetTimestamp();
        private double saved = rate;

        public bool TryTake(int perSecond, out TimeSpan wait)
        {
            lock (gate)
            {
                long now = clock.GetTimestamp();
                saved = Math.Min(perSecond, saved + (perSecond * clock.GetElapsedTime(filledAt, now).TotalSeconds));
                filledAt = now;
                if (saved < 1)
                {
                    wait = TimeSpan.FromSeconds((1 - saved) / perSecond);
                    return false;
                }

                saved--;
                wait = TimeSpan.Zero;
                return true;
            }
        }

        public void Take(int items)
        {
            lock (gate)
            {
                saved -= items;
            }
        }
    }
}
