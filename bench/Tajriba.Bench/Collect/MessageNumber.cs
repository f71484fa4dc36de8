using System.Buffers.Binary;
using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>
/// Message ids in the shape of a real client's (<c>node-next-TIME-UUID</c>): in no order, each once, and the number behind one
/// can be read back, so that a million of them are remembered as bits.
/// </summary>
internal static class MessageNumber
{
    /// <summary>Bytes of the part that changes.</summary>
    public const int Length = 36;

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;
    private static readonly ulong FirstInverse = Inverse(First);
    private static readonly ulong SecondInverse = Inverse(Second);

    /// <summary>Writes the UUID of a number.</summary>
    public static void Write(Span<byte> target, long number)
    {
        ulong high = Mix((ulong)number);
        ulong low = Mix(high ^ Second);
        Span<byte> digits = stackalloc byte[32];
        high.TryFormat(digits, out _, "x16", CultureInfo.InvariantCulture);
        low.TryFormat(digits[16..], out _, "x16", CultureInfo.InvariantCulture);
        digits[..8].CopyTo(target);
        digits[8..12].CopyTo(target[9..]);
        digits[12..16].CopyTo(target[14..]);
        digits[16..20].CopyTo(target[19..]);
        digits[20..].CopyTo(target[24..]);
        target[8] = target[13] = target[18] = target[23] = (byte)'-';
    }

    /// <summary>The number whose UUID ends an id, or -1.</summary>
    public static long Read(string id)
    {
        if (id.Length < Length)
        {
            return -1;
        }

        ReadOnlySpan<char> uuid = id.AsSpan(id.Length - Length);
        string digits = string.Concat(uuid[..8], uuid[9..13], uuid[14..18]);
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong mixed) ? (long)Unmix(mixed) : -1;
    }

    private static ulong Mix(ulong number)
    {
        number *= First;
        number ^= number >> 32;
        return BinaryPrimitives.ReverseEndianness(number * Second);
    }

    private static ulong Unmix(ulong mixed)
    {
        mixed = BinaryPrimitives.ReverseEndianness(mixed) * SecondInverse;
        mixed ^= mixed >> 32;
        return mixed * FirstInverse;
    }

    /// <summary>Of an odd number, modulo 2^64, by Newton's steps.</summary>
    private static ulong Inverse(ulong odd)
    {
        ulong inverse = odd;
        for (int i = 0; i < 6; i++)
        {
            inverse *= 2 - (odd * inverse);
        }

        return inverse;
    }
}
