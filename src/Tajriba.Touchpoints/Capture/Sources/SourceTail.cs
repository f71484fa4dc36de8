using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>The latest of one source: its last items and its last hour by minute. Safe for concurrent use.</summary>
public sealed class SourceTail
{
    private const int Minutes = 60;
    private const int Kept = 50;
    private readonly Lock gate = new();
    private readonly Queue<TailItem> items = new();
    private readonly int[] taken = new int[Minutes];
    private readonly int[] refused = new int[Minutes];
    private readonly long[] minuteOf = new long[Minutes];
    private double milliseconds;
    private long requests;

    /// <summary>When it last sent anything; null where it has not since this node started.</summary>
    public DateTimeOffset? LastSeen { get; private set; }

    /// <summary>Mean time from arrival to answer, over the requests since the start; null before the first.</summary>
    public TimeSpan? MeanLatency
    {
        get
        {
            lock (gate)
            {
                return requests == 0 ? null : TimeSpan.FromMilliseconds(milliseconds / requests);
            }
        }
    }

    /// <summary>The last items, newest first.</summary>
    public IReadOnlyList<TailItem> Items
    {
        get
        {
            lock (gate)
            {
                return [.. items.Reverse()];
            }
        }
    }

    /// <summary>Events taken and refused in each of the last sixty minutes, oldest first, the current one last.</summary>
    public (IReadOnlyList<int> Taken, IReadOnlyList<int> Refused) LastHour(DateTimeOffset now)
    {
        long minute = now.ToUnixTimeSeconds() / 60;
        lock (gate)
        {
            int[] Of(int[] counts) => [.. Enumerable.Range(0, Minutes).Select(back => minute - Minutes + 1 + back).Select(m => minuteOf[m % Minutes] == m ? counts[m % Minutes] : 0)];
            return (Of(taken), Of(refused));
        }
    }

    internal void Note(IReadOnlyList<LiveEvent> events, IReadOnlyList<Refusal> refusals, DateTimeOffset now, TimeSpan latency)
    {
        long minute = now.ToUnixTimeSeconds() / 60;
        int slot = (int)(minute % Minutes);
        lock (gate)
        {
            LastSeen = now;
            milliseconds += latency.TotalMilliseconds;
            requests++;
            if (minuteOf[slot] != minute)
            {
                (minuteOf[slot], taken[slot], refused[slot]) = (minute, 0, 0);
            }

            taken[slot] += events.Count;
            refused[slot] += refusals.Count;
            for (int i = Math.Max(0, events.Count - Kept); i < events.Count; i++)
            {
                Keep(new TailItem(events[i].Name, events[i].Objects[0].Id, now, null));
            }

            for (int i = Math.Max(0, refusals.Count - Kept); i < refusals.Count; i++)
            {
                Keep(new TailItem("", "", now, refusals[i].Reason.ToString()));
            }
        }
    }

    private void Keep(TailItem item)
    {
        items.Enqueue(item);
        if (items.Count > Kept)
        {
            items.Dequeue();
        }
    }
}
