using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tajriba.ProcessMining;

/// <summary>The tag by which strings are found: keys of up to eleven bytes are their own tag, longer ones are hashed.</summary>
internal static class Utf8Hash
{
    private const ulong K0 = 0x9E3779B97F4A7C15;
    private const ulong K1 = 0xD6E8FEB86659FD93;

    /// <summary>True when equal tags mean equal keys.</summary>
    public static bool IsExact(int length) => length < 12;

    /// <summary>The first eight bytes and, in the second part, up to three more and the length; of longer keys a hash and the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ReadOnlySpan<byte> key, out uint more)
    {
        int n = key.Length;
        ref byte p = ref MemoryMarshal.GetReference(key);
        if (n >= 12)
        {
            more = 0xFF00_0000 | (uint)(n & 0xFF_FFFF);
            return Long(key);
        }

        if (n >= 8)
        {
            more = ((uint)n << 24) | (n == 8 ? 0 : Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref p, n - 4)) >> ((12 - n) * 8));
            return Unsafe.ReadUnaligned<ulong>(ref p);
        }

        more = (uint)n << 24;
        if (n >= 4)
        {
            ulong low = Unsafe.ReadUnaligned<uint>(ref p);
            ulong high = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref p, n - 4));
            return low | (high << ((n - 4) * 8));
        }

        if (n == 0)
        {
            return 0;
        }

        int mid = n >> 1;
        return p | ((ulong)Unsafe.Add(ref p, mid) << (mid * 8)) | ((ulong)Unsafe.Add(ref p, n - 1) << ((n - 1) * 8));
    }

    public static int Slot(ulong tag, uint more, int shift) => (int)(((tag ^ ((ulong)more << 32) ^ (tag >> 29)) * K0) >> shift);

    [MethodImpl(Compile.AtOnce)]
    private static ulong Long(ReadOnlySpan<byte> key)
    {
        ulong h = (ulong)key.Length * K1;
        int i = 0;
        for (; i + 8 <= key.Length; i += 8)
        {
            h = Mix(h ^ BinaryPrimitives.ReadUInt64LittleEndian(key[i..]));
        }

        if (i < key.Length)
        {
            h = Mix(h ^ BinaryPrimitives.ReadUInt64LittleEndian(key[^8..]) ^ K1);
        }

        return h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong x)
    {
        ulong high = Math.BigMul(x, K0, out ulong low);
        return high ^ low;
    }
}
