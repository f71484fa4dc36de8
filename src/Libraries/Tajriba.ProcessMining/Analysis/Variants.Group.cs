using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tajriba.ProcessMining;

public sealed partial class Variants
{
    private struct Group
    {
        public ulong Hash;
        public int Start;
        public int Length;
        public int Cases;
    }

    /// <summary>The variants of a view.</summary>
    public static Variants Of(LogView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        int[] ofCase = new int[starts.Length];
        var groups = new List<Group>();
        int[] slots = new int[1024];
        for (int i = 0; i < starts.Length; i++)
        {
            int start = starts[i];
            ReadOnlySpan<int> run = codes[start..ends[i]];
            ulong hash = HashRun(run);
            int mask = slots.Length - 1;
            int slot = (int)hash & mask;
            while (true)
            {
                int g = slots[slot] - 1;
                if (g < 0)
                {
                    groups.Add(new Group { Hash = hash, Start = start, Length = run.Length, Cases = 1 });
                    slots[slot] = groups.Count;
                    ofCase[i] = groups.Count - 1;
                    if (groups.Count * 2 > slots.Length)
                    {
                        slots = Rehash(groups, slots.Length * 4);
                    }

                    break;
                }

                ref Group group = ref CollectionsMarshal.AsSpan(groups)[g];
                if (group.Hash == hash && group.Length == run.Length && codes.Slice(group.Start, run.Length).SequenceEqual(run))
                {
                    group.Cases++;
                    ofCase[i] = g;
                    break;
                }

                slot = (slot + 1) & mask;
            }
        }

        return Rank(groups, ofCase, codes, view.Log.Activities);
    }

    private static Variants Rank(List<Group> groups, int[] ofCase, ReadOnlySpan<int> codes, StringTable names)
    {
        int[] ranks = names.Ranks.ToArray();
        int[][] sequences = new int[groups.Count][];
        int[] order = new int[groups.Count];
        for (int g = 0; g < order.Length; g++)
        {
            sequences[g] = codes.Slice(groups[g].Start, groups[g].Length).ToArray();
            order[g] = g;
        }

        Array.Sort(order, (x, y) => groups[x].Cases != groups[y].Cases
            ? groups[y].Cases.CompareTo(groups[x].Cases)
            : CompareSequence(sequences[x], sequences[y], ranks));
        int[] place = new int[order.Length];
        Variant[] list = new Variant[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
            list[i] = new Variant(i, groups[order[i]].Cases, sequences[order[i]], names);
        }

        for (int i = 0; i < ofCase.Length; i++)
        {
            ofCase[i] = place[ofCase[i]];
        }

        return new Variants(list, ofCase, names);
    }

    private static int[] Rehash(List<Group> groups, int size)
    {
        int[] slots = new int[size];
        int mask = size - 1;
        for (int g = 0; g < groups.Count; g++)
        {
            int slot = (int)groups[g].Hash & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = g + 1;
        }

        return slots;
    }

    /// <summary>Two codes at a time in two independent chains; equality is always verified on the codes themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashRun(ReadOnlySpan<int> run)
    {
        const ulong k = 0x9E3779B97F4A7C15;
        ReadOnlySpan<ulong> pairs = MemoryMarshal.Cast<int, ulong>(run);
        ulong x = (ulong)run.Length;
        ulong y = k;
        int i = 0;
        for (; i + 1 < pairs.Length; i += 2)
        {
            x = ulong.RotateLeft((x ^ pairs[i]) * k, 29);
            y = ulong.RotateLeft((y ^ pairs[i + 1]) * k, 31);
        }

        if (i < pairs.Length)
        {
            x = ulong.RotateLeft((x ^ pairs[i]) * k, 29);
        }

        if ((run.Length & 1) != 0)
        {
            y = ulong.RotateLeft((y ^ (ulong)run[^1]) * k, 31);
        }

        ulong h = (x ^ (y * k)) * k;
        return h ^ (h >> 32);
    }
}
