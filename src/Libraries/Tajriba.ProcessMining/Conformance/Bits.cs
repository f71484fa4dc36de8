using System.Numerics;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>Sets of small numbers as one bit each; an array that is too short holds none of the later ones.</summary>
internal static class Bits
{
    public static ulong[] Of(int size) => new ulong[(size + 63) >> 6];

    public static bool Has(ulong[] set, int member) => (member >> 6) < set.Length && (set[member >> 6] >> (member & 63) & 1) != 0;

    public static void Add(ulong[] set, int member) => set[member >> 6] |= 1UL << (member & 63);

    public static void Unite(ulong[] set, ulong[] other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            set[i] |= other[i];
        }
    }

    public static IEnumerable<int> Members(ulong[] set)
    {
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
