using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>The latest of one source on this node: its last items, and the counts that are not added to those of all nodes yet. Safe for concurrent use.</summary>
internal sealed class SourceTail
{
    public const int Kept = 50;
    private readonly Lock gate = new();
    private readonly Queue<TailItem> items = new();
    private readonly Dictionary<long, SourceMinute> counts = [];
    private DateTimeOffset lastSeen;

    /// <summary>When it last sent anything.</summary>
    public DateTimeOffset LastSeen
    {
        get
        {
            lock (gate)
            {
                return lastSeen;
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

    public void Note(IReadOnlyList<LiveEvent> events, IReadOnlyList<Refusal> refusals, DateTimeOffset now, SourceMinute minute)
    {
        lock (gate)
        {
            lastSeen = now;
            Count(minute);
            for (int i = Math.Max(0, events.Count - Kept); i < events.Count; i++)
            {
                Keep(new TailItem(events[i].Name, events[i].Objects[0].Id, now, null, TailItem.LiesAhead(events[i].Time, now)));
            }

            for (int i = Math.Max(0, refusals.Count - Kept); i < refusals.Count; i++)
            {
                Keep(new TailItem("", "", now, refusals[i].Reason.ToString()));
            }
        }
    }

    /// <summary>Takes out the counts.</summary>
    public IReadOnlyList<SourceMinute> Take()
    {
        lock (gate)
        {
            SourceMinute[] taken = [.. counts.Values];
            counts.Clear();
            return taken;
        }
    }

    /// <summary>Puts back counts that could not be added.</summary>
    public void GiveBack(SourceMinute minute)
    {
        lock (gate)
        {
            Count(minute);
        }
    }

    private void Count(SourceMinute minute) => counts[minute.Minute] = counts.TryGetValue(minute.Minute, out SourceMinute? before) ? before.And(minute) : minute;

    private void Keep(TailItem item)
    {
        items.Enqueue(item);
        if (items.Count > Kept)
        {
            items.Dequeue();
        }
    }
}
