using System.Collections;
using System.Numerics;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>
/// An immutable list of distinct strings kept compactly as UTF-8, with lookup both ways. A string's position is its code.
/// Safe for concurrent readers.
/// </summary>
public sealed class StringTable : IReadOnlyList<string>
{
    private const int CacheLimit = 1 << 16;
    private readonly Column<byte> _bytes;
    private readonly Column<int> _offsets;
    private readonly string?[]? _cache;
    private readonly Column<int> _mappedSlots;
    private int[]? _slots;
    private int[]? _ranks;
    private readonly Lock _gate = new();

    internal StringTable(Column<byte> bytes, Column<int> offsets, Column<int> slots)
    {
        _bytes = bytes;
        _offsets = offsets;
        _mappedSlots = slots;
        Count = offsets.Length - 1;
        _cache = Count <= CacheLimit ? new string?[Count] : null;
    }

    /// <summary>The table without entries.</summary>
    public static StringTable Empty { get; } = new(Array.Empty<byte>(), new int[1], default);

    /// <summary>How many strings there are.</summary>
    public int Count { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes.Span;

    internal ReadOnlySpan<int> Offsets => _offsets.Span;

    /// <summary>The string of a code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not in 0..Count-1.</exception>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _cache is null ? Encoding.UTF8.GetString(Utf8(index)) : _cache[index] ??= Encoding.UTF8.GetString(Utf8(index));
        }
    }

    /// <summary>The table of the distinct strings of a sequence, coded by first appearance.</summary>
    public static StringTable Of(IEnumerable<string> strings)
    {
        ArgumentNullException.ThrowIfNull(strings);
        var interner = new Utf8Interner();
        foreach (string s in strings)
        {
            interner.Intern(s);
        }

        return interner.ToTable();
    }

    /// <summary>The table of some of another's strings, in the order given.</summary>
    internal static StringTable Pick(StringTable from, IReadOnlyList<int> codes)
    {
        int[] offsets = new int[codes.Count + 1];
        for (int i = 0; i < codes.Count; i++)
        {
            offsets[i + 1] = offsets[i] + from.Utf8(codes[i]).Length;
        }

        byte[] bytes = new byte[offsets[^1]];
        for (int i = 0; i < codes.Count; i++)
        {
            from.Utf8(codes[i]).CopyTo(bytes.AsSpan(offsets[i]));
        }

        return new StringTable(bytes, offsets, default);
    }

    /// <summary>The UTF-8 bytes of a code's string.</summary>
    public ReadOnlySpan<byte> Utf8(int index)
    {
        ReadOnlySpan<int> offsets = _offsets.Span;
        return _bytes.Span[offsets[index]..offsets[index + 1]];
    }

    /// <summary>The code of a string, or -1 when the table does not hold it.</summary>
    public int IndexOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IndexOf(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The code of a string given as UTF-8, or -1 when the table does not hold it.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<int> slots = Slots;
        int mask = slots.Length - 1;
        int slot = SlotOf(utf8, 64 - BitOperations.Log2((uint)slots.Length));
        while (slots[slot] != 0)
        {
            if (Utf8(slots[slot] - 1).SequenceEqual(utf8))
            {
                return slots[slot] - 1;
            }

            slot = (slot + 1) & mask;
        }

        return -1;
    }

    /// <summary>For each code, its place when the strings are sorted by Unicode code point.</summary>
    public ReadOnlySpan<int> Ranks
    {
        get
        {
            if (_ranks is null)
            {
                int[] order = new int[Count];
                for (int i = 0; i < order.Length; i++)
                {
                    order[i] = i;
                }

                Array.Sort(order, (a, b) => Utf8(a).SequenceCompareTo(Utf8(b)));
                int[] ranks = new int[Count];
                for (int i = 0; i < order.Length; i++)
                {
                    ranks[order[i]] = i;
                }

                _ranks = ranks;
            }

            return _ranks;
        }
    }

    /// <summary>The open-addressing index over the strings (code + 1, 0 = free), built when first needed.</summary>
    internal ReadOnlySpan<int> Slots
    {
        get
        {
            if (_mappedSlots.Length > 0)
            {
                return _mappedSlots.Span;
            }

            int[]? slots = Volatile.Read(ref _slots);
            if (slots is null)
            {
                lock (_gate)
                {
                    slots = _slots ?? BuildSlots();
                    Volatile.Write(ref _slots, slots);
                }
            }

            return slots;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int SlotOf(ReadOnlySpan<byte> key, int shift)
    {
        ulong tag = Utf8Hash.Pair(key, out uint more);
        return Utf8Hash.Slot(tag, more, shift);
    }

    private int[] BuildSlots()
    {
        int[] slots = new int[Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)Count * 2))];
        int mask = slots.Length - 1;
        int shift = 64 - BitOperations.Log2((uint)slots.Length);
        for (int code = 0; code < Count; code++)
        {
            int slot = SlotOf(Utf8(code), shift);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = code + 1;
        }

        return slots;
    }
}
