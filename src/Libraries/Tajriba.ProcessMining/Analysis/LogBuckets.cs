using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>Ranges of numbers that are not negative: single numbers up to 63, then 32 ranges of equal width between powers of two, in order.</summary>
internal static class LogBuckets
{
    private const int Bits = 5;

    public const int Count = (64 - Bits) << Bits;

    /// <summary>The range that a number is in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(long value)
    {
        int shift = BitOperations.Log2((ulong)value | (1 << Bits)) - Bits;
        return (shift << Bits) + (int)(value >> shift);
    }

    /// <summary>Whether a range holds a single number, which is then the range's own.</summary>
    public static bool IsExact(int bucket) => bucket < 2 << Bits;
}
