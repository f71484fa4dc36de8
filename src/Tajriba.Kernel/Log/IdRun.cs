using System.Numerics;
using System.Runtime.InteropServices;

namespace Tajriba.Kernel.Log;

/// <summary>A sorted run of ids in the database: rows of some sixty hashes each, found by the hash's first bits.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Count">Ids in it.</param>
/// <param name="Newest">When its last event was received, in microseconds.</param>
internal sealed record IdRun(long Number, int Count, long Newest)
{
    private const int PerBucket = 64;

    /// <summary>Leading bits of a hash that name its bucket.</summary>
    public int Bits { get; } = BitOperations.Log2((uint)Math.Max(1, Count / PerBucket));

    public int Buckets => 1 << Bits;

    public int BucketOf(ulong hash) => Bits == 0 ? 0 : (int)(hash >> (64 - Bits));

    /// <summary>The last hash that belongs into a bucket.</summary>
    public ulong LastOf(int bucket) => Bits == 0 ? ulong.MaxValue : (((ulong)bucket + 1) << (64 - Bits)) - 1;

    /// <summary>A bucket's bytes: hash and position of each id, little-endian as every machine that we run on has them.</summary>
    public static ReadOnlySpan<byte> Write(ReadOnlySpan<IdEntry> entries) => MemoryMarshal.AsBytes(entries);

    public static ReadOnlySpan<IdEntry> Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, IdEntry>(bytes);
}
