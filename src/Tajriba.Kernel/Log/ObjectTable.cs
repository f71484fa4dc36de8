using System.Numerics;

namespace Tajriba.Kernel.Log;

/// <summary>
/// Objects met by one append and their handles. A handle is the object's number and type packed together, or, until the
/// object is found or made in the database, the negative place in the list of those still to be resolved. Holds a
/// bounded number of ids: beyond it the older half is forgotten and looked up again when it returns.
/// </summary>
internal sealed class ObjectTable(int capacity = 1 << 20)
{
    private const int TypeShift = 44;
    private const int FirstSlots = 1 << 12;
    private readonly List<long> resolved = [];
    private readonly List<Pending> pending = [];
    private Generation current = new(Math.Clamp(capacity, 1, FirstSlots));
    private Generation? previous;
    private readonly List<(Generation Generation, int Place)> unsettled = [];
    private int firstPending;

    /// <summary>Objects of the open batch without a number, in order of their handles.</summary>
    public IReadOnlyList<Pending> Unresolved => pending;

    /// <param name="type">Type code; the caller's own until written.</param>
    /// <param name="utf8Id">The identifier.</param>
    public long Handle(int type, ReadOnlySpan<byte> utf8Id) => TryFind(type, utf8Id, out var handle) ? handle : Add(type, utf8Id);

    public bool TryFind(int type, ReadOnlySpan<byte> utf8Id, out long handle)
    {
        var hash = Generation.Hash(type, utf8Id);
        if (current.TryFind(hash, type, utf8Id, out handle))
        {
            return true;
        }

        if (previous is null || !previous.TryFind(hash, type, utf8Id, out handle))
        {
            return false;
        }

        Remember(hash, type, utf8Id, handle);
        return true;
    }

    /// <summary>Adds an object that <see cref="TryFind"/> does not know.</summary>
    public long Add(int type, ReadOnlySpan<byte> utf8Id)
    {
        var handle = -1L - resolved.Count;
        resolved.Add(0);
        pending.Add(new Pending(type, utf8Id.ToArray()));
        Remember(Generation.Hash(type, utf8Id), type, utf8Id, handle);
        return handle;
    }

    public long Number(long handle) => (handle < 0 ? resolved[(int)(-1L - handle)] : handle) & ((1L << TypeShift) - 1);

    public int Type(long handle) => (int)((handle < 0 ? resolved[(int)(-1L - handle)] : handle) >> TypeShift);

    public bool IsHandle(long handle) => handle < 0 ? -1L - handle < resolved.Count : handle > 0;

    /// <summary>Gives the numbers of <see cref="Unresolved"/>, in its order.</summary>
    public void Resolve(ReadOnlySpan<long> numbers, ReadOnlySpan<int> types)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            resolved[firstPending + i] = numbers[i] | ((long)types[i] << TypeShift);
        }

        firstPending = resolved.Count;
        pending.Clear();
    }

    /// <summary>
    /// Ends a batch whose objects are all resolved and committed: handles given out lose their meaning, the objects stay
    /// known. For a table that lives through many batches.
    /// </summary>
    public void Settle()
    {
        foreach (var (generation, place) in unsettled)
        {
            generation.Settle(place, resolved);
        }

        unsettled.Clear();
        resolved.Clear();
        firstPending = 0;
    }

    private void Remember(uint hash, int type, ReadOnlySpan<byte> utf8Id, long handle)
    {
        if (current.Count >= capacity)
        {
            previous = current;
            current = new Generation(Math.Clamp(capacity, 1, FirstSlots));
        }

        current.Add(hash, type, utf8Id, handle);
        if (handle < 0)
        {
            unsettled.Add((current, current.Count - 1));
        }
    }

    internal readonly record struct Pending(int Type, byte[] Utf8Id);

    private sealed class Generation
    {
        private int[] table;
        private Entry[] entries;
        private byte[] keys;
        private int keyLength;

        /// <param name="slots">Room at first, at least 1; rounded up to a power of two, by which places are found.</param>
        public Generation(int slots)
        {
            var room = (int)BitOperations.RoundUpToPowerOf2((uint)slots);
            entries = new Entry[room];
            table = new int[room * 2];
            keys = new byte[room * 8];
        }

        public int Count { get; private set; }

        public static uint Hash(int type, ReadOnlySpan<byte> id)
        {
            var hash = (14695981039346656037UL ^ (uint)type) * 1099511628211UL;
            while (id.Length >= 8)
            {
                hash = (hash ^ BitConverter.ToUInt64(id)) * 0x9E3779B97F4A7C15UL;
                hash ^= hash >> 29;
                id = id[8..];
            }

            foreach (var b in id)
            {
                hash = (hash ^ b) * 1099511628211UL;
            }

            hash ^= hash >> 32;
            return (uint)hash;
        }

        public bool TryFind(uint hash, int type, ReadOnlySpan<byte> id, out long handle)
        {
            var mask = table.Length - 1;
            for (var slot = (int)hash & mask; table[slot] != 0; slot = (slot + 1) & mask)
            {
                ref var entry = ref entries[table[slot] - 1];
                if (entry.Hash == hash && entry.Type == type && keys.AsSpan(entry.Start, entry.Length).SequenceEqual(id))
                {
                    handle = entry.Handle;
                    return true;
                }
            }

            handle = 0;
            return false;
        }

        public void Add(uint hash, int type, ReadOnlySpan<byte> id, long handle)
        {
            if (Count == entries.Length)
            {
                Grow();
            }

            if (keyLength + id.Length > keys.Length)
            {
                Array.Resize(ref keys, Math.Max(keys.Length * 2, keyLength + id.Length));
            }

            id.CopyTo(keys.AsSpan(keyLength));
            entries[Count++] = new Entry { Hash = hash, Type = type, Start = keyLength, Length = id.Length, Handle = handle };
            keyLength += id.Length;
            Place(hash, Count);
        }

        public void Settle(int place, List<long> resolved)
        {
            ref var handle = ref entries[place].Handle;
            handle = resolved[(int)(-1L - handle)];
        }

        private void Grow()
        {
            Array.Resize(ref entries, entries.Length * 2);
            table = new int[entries.Length * 2];
            for (var i = 0; i < Count; i++)
            {
                Place(entries[i].Hash, i + 1);
            }
        }

        private void Place(uint hash, int value)
        {
            var mask = table.Length - 1;
            var slot = (int)hash & mask;
            while (table[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            table[slot] = value;
        }

        private struct Entry
        {
            public long Handle;
            public uint Hash;
            public int Type;
            public int Start;
            public int Length;
        }
    }
}
