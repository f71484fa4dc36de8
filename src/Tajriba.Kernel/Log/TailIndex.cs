namespace Tajriba.Kernel.Log;

/// <summary>The timeline entries of events that no merge has reached yet, in memory, in order of position.</summary>
internal sealed class TailIndex
{
    private readonly Lock gate = new();
    private TimelineEntry[] entries = new TimelineEntry[1024];
    private int count;
    private long after = -1;
    private long through;

    /// <summary>
    /// Entries of one object after <paramref name="merged"/>, unsorted, or null where entries after it were dropped
    /// already because a later merge has finished; the caller reads the watermark again.
    /// </summary>
    public List<TimelineEntry>? Find(LogStore store, long objectNumber, long merged, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (after > merged)
            {
                return null;
            }

            Advance(store, merged, cancellationToken);
            var found = new List<TimelineEntry>();
            foreach (ref readonly var entry in entries.AsSpan(0, count))
            {
                if (entry.Object == objectNumber && entry.Position > merged)
                {
                    found.Add(entry);
                }
            }

            return found;
        }
    }

    /// <summary>Forgets everything; for when the watermark went back because the timeline is being rebuilt.</summary>
    public void Reset()
    {
        lock (gate)
        {
            count = 0;
            after = -1;
            through = 0;
        }
    }

    /// <summary>Drops what a merge has taken over and takes in what was appended since.</summary>
    private void Advance(LogStore store, long merged, CancellationToken cancellationToken)
    {
        if (after < merged)
        {
            var keep = 0;
            for (var i = 0; i < count; i++)
            {
                if (entries[i].Position > merged)
                {
                    entries[keep++] = entries[i];
                }
            }

            count = keep;
            after = merged;
            through = Math.Max(through, merged);
        }

        through = store.Scan(through, long.MaxValue, ScanParts.None, Add, cancellationToken);
    }

    private void Add(in CodedEvent item)
    {
        if (count + item.Objects.Length > entries.Length)
        {
            Array.Resize(ref entries, Math.Max(entries.Length * 2, count + item.Objects.Length));
        }

        foreach (var number in item.Objects)
        {
            entries[count++] = new TimelineEntry(number, item.Time, item.Position);
        }
    }
}
