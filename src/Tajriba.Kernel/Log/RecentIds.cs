namespace Tajriba.Kernel.Log;

/// <summary>The ids of the log's last events in memory, in order of position, found by hash.</summary>
internal sealed class RecentIds
{
    private IdEntry[] entries = new IdEntry[1024];
    private int[] table = new int[2048];

    public int Count { get; private set; }

    /// <param name="hash">Its hash.</param>
    /// <param name="position">Above all before.</param>
    public void Add(ulong hash, long position)
    {
        if (Count == entries.Length)
        {
            Array.Resize(ref entries, Count * 2);
            Place(Count * 4);
        }

        entries[Count] = new IdEntry(hash, position);
        table[Free(hash)] = ++Count;
    }

    /// <summary>Adds the positions above one at which the hash was met to a list.</summary>
    public void Find(ulong hash, long above, List<long> positions)
    {
        var mask = table.Length - 1;
        for (var slot = (int)hash & mask; table[slot] != 0; slot = (slot + 1) & mask)
        {
            ref readonly var entry = ref entries[table[slot] - 1];
            if (entry.Hash == hash && entry.Position > above)
            {
                positions.Add(entry.Position);
            }
        }
    }

    /// <summary>Takes the last ones back. Slots were taken in the order of adding, so none that stays has passed over theirs.</summary>
    public void Undo(int count)
    {
        for (; count > 0; count--)
        {
            var mask = table.Length - 1;
            var slot = (int)entries[Count - 1].Hash & mask;
            while (table[slot] != Count)
            {
                slot = (slot + 1) & mask;
            }

            table[slot] = 0;
            Count--;
        }
    }

    /// <summary>Forgets those up to a position.</summary>
    public void Forget(long upTo)
    {
        var gone = 0;
        while (gone < Count && entries[gone].Position <= upTo)
        {
            gone++;
        }

        if (gone > 0)
        {
            entries.AsSpan(gone, Count - gone).CopyTo(entries);
            Count -= gone;
            Place(table.Length);
        }
    }

    private void Place(int slots)
    {
        if (table.Length == slots)
        {
            Array.Clear(table);
        }
        else
        {
            table = new int[slots];
        }

        for (var i = 0; i < Count; i++)
        {
            table[Free(entries[i].Hash)] = i + 1;
        }
    }

    private int Free(ulong hash)
    {
        var mask = table.Length - 1;
        var slot = (int)hash & mask;
        while (table[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
