namespace Tajriba.ProcessMining;

/// <summary>
/// The exact median and 95th percentile of groups of numbers that are not negative, in two passes over the numbers and without keeping
/// them: the first counts how many lie in each range, which tells the ranges that hold the middle ones; the second keeps those alone.
/// </summary>
internal sealed class RankedBuckets(int groups)
{
    private const int RanksPerGroup = 4;
    private readonly Place[] _picks = new Place[groups * RanksPerGroup];
    private long[] _kept = [];

    /// <summary>
    /// Per group <see cref="LogBuckets.Count"/> entries. In the first pass how many numbers lie in each range, to be counted by the caller;
    /// after <see cref="Choose"/> the place where the next number of that range is kept, or -1.
    /// </summary>
    public int[] Table { get; } = new int[groups * LogBuckets.Count];

    /// <summary>Where the caller keeps the numbers of the second pass, by the places in <see cref="Table"/>.</summary>
    public long[] Kept => _kept;

    /// <summary>Ends the first pass.</summary>
    /// <param name="counts">How many numbers each group has, at least one.</param>
    public void Choose(ReadOnlySpan<int> counts)
    {
        int used = 0;
        Span<int> ranks = stackalloc int[RanksPerGroup];
        for (int g = 0; g < groups; g++)
        {
            int n = counts[g];
            int low = (int)((n - 1) * 0.95);
            ranks[0] = (n - 1) / 2;
            ranks[1] = n / 2;
            ranks[2] = low;
            ranks[3] = Math.Min(low + 1, n - 1);
            PickRanges(Table.AsSpan(g * LogBuckets.Count, LogBuckets.Count), ranks, _picks.AsSpan(g * RanksPerGroup, RanksPerGroup), ref used);
        }

        _kept = GC.AllocateUninitializedArray<long>(used);
    }

    /// <summary>After the second pass, the median of a group: of an even number the mean of the middle two.</summary>
    public double Median(int group)
    {
        long low = Value(group, 0);
        return low + ((Value(group, 1) - low) / 2.0);
    }

    /// <summary>After the second pass, the 95th percentile of a group by linear interpolation at (n−1)·0.95.</summary>
    public double P95(int group, int count)
    {
        double at = (count - 1) * 0.95;
        long low = Value(group, 2);
        return low + ((at - (int)at) * (Value(group, 3) - low));
    }

    private static void PickRanges(Span<int> table, ReadOnlySpan<int> ranks, Span<Place> picks, ref int used)
    {
        int before = 0;
        for (int bucket = 0; bucket < table.Length; bucket++)
        {
            int count = table[bucket];
            table[bucket] = -1;
            if (count == 0)
            {
                continue;
            }

            for (int r = 0; r < ranks.Length; r++)
            {
                int offset = ranks[r] - before;
                if (offset < 0 || offset >= count)
                {
                    continue;
                }

                picks[r] = new Place(bucket, used, count, offset);
                if (!LogBuckets.IsExact(bucket))
                {
                    table[bucket] = used;
                }
            }

            used += table[bucket] < 0 ? 0 : count;
            before += count;
        }
    }

    private long Value(int group, int rank)
    {
        Place pick = _picks[(group * RanksPerGroup) + rank];
        return LogBuckets.IsExact(pick.Bucket) ? pick.Bucket : OrderStatistics.Select(_kept.AsSpan(pick.Start, pick.Length), pick.Offset);
    }

    /// <summary>The number of a rank: where those of its range are kept, and which of them in order it is.</summary>
    private readonly record struct Place(int Bucket, int Start, int Length, int Offset);
}
