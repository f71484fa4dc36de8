namespace Tajriba.Kernel.Log;

/// <summary>
/// Tells of most hashes that a run does not hold them, from memory. A split-block Bloom filter as Apache Parquet
/// specifies it (Putze, Sanders, Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007): one block of 32 bytes
/// per hash, one bit in each of its eight words. At 16 bits a hash about one in a thousand is a false alarm.
/// </summary>
internal sealed class IdFilter
{
    private const int Words = 8;
    private const int BitsPerHash = 16;

    private static readonly uint[] Salt = [0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31];

    private readonly uint[] words;
    private readonly uint blocks;

    /// <param name="count">Hashes that it will hold.</param>
    public IdFilter(int count)
    {
        blocks = (uint)Math.Max(1, (long)count * BitsPerHash / (Words * 32));
        words = new uint[blocks * Words];
    }

    public void Add(ReadOnlySpan<IdEntry> entries)
    {
        foreach (ref readonly var entry in entries)
        {
            Add(entry.Hash);
        }
    }

    public void Add(ulong hash)
    {
        var block = Block(hash);
        for (var i = 0; i < Words; i++)
        {
            block[i] |= Bit(hash, i);
        }
    }

    /// <summary>False where the hash was never added.</summary>
    public bool MayHold(ulong hash)
    {
        var block = Block(hash);
        for (var i = 0; i < Words; i++)
        {
            if ((block[i] & Bit(hash, i)) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static uint Bit(ulong hash, int word) => 1u << (int)(((uint)hash * Salt[word]) >> 27);

    private Span<uint> Block(ulong hash) => words.AsSpan((int)(((hash >> 32) * blocks) >> 32) * Words, Words);
}
