using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>Gives each distinct UTF-8 string a code, in order of first appearance.</summary>
internal sealed class Utf8Interner
{
    private struct Entry
    {
        public ulong Tag;
        public uint More;
        public int CodePlusOne;
    }

    private Entry[] _slots = new Entry[16];
    private int _shift = 60;
    private byte[] _bytes = new byte[64];
    private int[] _offsets = new int[9];

    public Utf8Interner()
    {
    }

    public Utf8Interner(StringTable start)
    {
        for (int i = 0; i < start.Count; i++)
        {
            Intern(start.Utf8(i));
        }
    }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int code]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int start = _offsets[code];
            return new ReadOnlySpan<byte>(_bytes, start, _offsets[code + 1] - start);
        }
    }

    public int Intern(string key)
    {
        int max = Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> buffer = max <= 512 ? stackalloc byte[512] : new byte[max];
        return Intern(buffer[..Encoding.UTF8.GetBytes(key, buffer)]);
    }

    [MethodImpl(Compile.AtOnce)]
    public int Intern(ReadOnlySpan<byte> key)
    {
        ulong tag = Utf8Hash.Pair(key, out uint more);
        Entry[] slots = _slots;
        int mask = slots.Length - 1;
        int slot = Utf8Hash.Slot(tag, more, _shift);
        while (true)
        {
            ref Entry entry = ref slots[slot];
            if (entry.CodePlusOne == 0)
            {
                return AddAt(slot, tag, more, key);
            }

            if (entry.Tag == tag && entry.More == more && (Utf8Hash.IsExact(key.Length) || key.SequenceEqual(this[entry.CodePlusOne - 1])))
            {
                return entry.CodePlusOne - 1;
            }

            slot = (slot + 1) & mask;
        }
    }

    /// <summary>Brings the place of a key that will soon be asked for nearer to the processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ReadOnlySpan<byte> key)
    {
        if (Sse.IsSupported)
        {
            ulong tag = Utf8Hash.Pair(key, out uint more);
            Sse.Prefetch0(Unsafe.AsPointer(ref _slots[Utf8Hash.Slot(tag, more, _shift)]));
        }
    }

    public StringTable ToTable() => new(
        new Column<byte>(_bytes.AsSpan(0, _offsets[Count]).ToArray()), new Column<int>(_offsets.AsSpan(0, Count + 1).ToArray()), default);

    [MethodImpl(Compile.AtOnce)]
    private int AddAt(int slot, ulong tag, uint more, ReadOnlySpan<byte> key)
    {
        int code = Count++;
        int start = _offsets[code];
        if (start + key.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, checked((int)BitOperations.RoundUpToPowerOf2((uint)(start + key.Length))));
        }

        if (Count + 1 > _offsets.Length)
        {
            Array.Resize(ref _offsets, _offsets.Length * 2);
        }

        key.CopyTo(_bytes.AsSpan(start));
        _offsets[code + 1] = start + key.Length;
        _slots[slot] = new Entry { Tag = tag, More = more, CodePlusOne = code + 1 };
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return code;
    }

    [MethodImpl(Compile.AtOnce)]
    private void Rehash()
    {
        Entry[] old = _slots;
        Entry[] slots = new Entry[old.Length * 2];
        _shift--;
        int mask = slots.Length - 1;
        foreach (ref readonly Entry entry in old.AsSpan())
        {
            if (entry.CodePlusOne != 0)
            {
                int slot = Utf8Hash.Slot(entry.Tag, entry.More, _shift);
                while (slots[slot].CodePlusOne != 0)
                {
                    slot = (slot + 1) & mask;
                }

                slots[slot] = entry;
            }
        }

        _slots = slots;
    }
}
