namespace Tajriba.TextAnalysis;

/// <summary>Hashes that do not change with the machine, the runtime or the version: models depend on them.</summary>
internal static class HashedWords
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> text, uint seed = 0)
    {
        uint hash = Basis ^ (seed * 0x9E3779B1);
        foreach (char c in text)
        {
            hash = Next(hash, c);
        }

        return hash;
    }

    public static uint Start(uint seed) => Basis ^ (seed * 0x9E3779B1);

    public static uint Next(uint hash, uint value) => (hash ^ value) * Prime;

    /// <summary>Spreads a hash over so many buckets.</summary>
    public static int Bucket(uint hash, int buckets)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        hash ^= hash >> 16;
        return (int)(((ulong)hash * (uint)buckets) >> 32);
    }
}
