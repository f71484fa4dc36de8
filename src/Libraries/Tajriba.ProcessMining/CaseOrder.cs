using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>Stable ordering of the events within each case by time, and by key among equal times.</summary>
internal static class CaseOrder
{
    private const int InsertionLimit = 128;

    /// <summary>Sorts the events of each case; true when all were in time order already.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static bool Sort(ReadOnlySpan<int> offsets, EventRows rows, ReadOnlySpan<long> keys)
    {
        long[] times = rows.Times;
        bool ordered = true;
        for (int c = 0; c + 1 < offsets.Length; c++)
        {
            int start = offsets[c];
            int end = offsets[c + 1];
            bool sorted = true;
            for (int i = start + 1; i < end; i++)
            {
                if (times[i] <= times[i - 1])
                {
                    bool earlier = times[i] < times[i - 1];
                    ordered &= !earlier;
                    if (earlier || (keys.Length > 0 && keys[rows.Source![i]] < keys[rows.Source[i - 1]]))
                    {
                        sorted = false;
                    }
                }
            }

            if (sorted)
            {
                continue;
            }

            if (end - start > InsertionLimit)
            {
                SortLong(start, end, rows, keys);
            }
            else if (rows.Source is null)
            {
                SortPlain(rows.Times.AsSpan(start, end - start), rows.Activities.AsSpan(start, end - start));
            }
            else
            {
                SortShort(start, end, rows, rows.Source, keys);
            }
        }

        return ordered;
    }

    [MethodImpl(Compile.AtOnce)]
    private static void SortPlain(Span<long> times, Span<int> activities)
    {
        for (int i = 1; i < times.Length; i++)
        {
            long time = times[i];
            int activity = activities[i];
            int j = i - 1;
            while ((uint)j < (uint)times.Length && times[j] > time)
            {
                times[j + 1] = times[j];
                activities[j + 1] = activities[j];
                j--;
            }

            times[j + 1] = time;
            activities[j + 1] = activity;
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void SortShort(int start, int end, EventRows rows, int[] source, ReadOnlySpan<long> keys)
    {
        for (int i = start + 1; i < end; i++)
        {
            long time = rows.Times[i];
            int activity = rows.Activities[i];
            int from = source[i];
            long key = keys.Length > 0 ? keys[from] : 0;
            int j = i - 1;
            while (j >= start && (rows.Times[j] > time || (keys.Length > 0 && rows.Times[j] == time && keys[source[j]] > key)))
            {
                rows.Move(j, j + 1);
                j--;
            }

            rows.Times[j + 1] = time;
            rows.Activities[j + 1] = activity;
            source[j + 1] = from;
        }
    }

    /// <summary>By time first; then, since that sort is not stable, each run of equal times by key and place.</summary>
    [MethodImpl(Compile.AtOnce)]
    private static void SortLong(int start, int end, EventRows rows, ReadOnlySpan<long> keys)
    {
        int n = end - start;
        int[] activities = rows.Activities[start..end];
        int[]? source = rows.Source?[start..end];
        int[] order = new int[n];
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }

        Span<long> times = rows.Times.AsSpan(start, n);
        times.Sort(order.AsSpan());
        for (int i = 0; i < n;)
        {
            int j = i + 1;
            while (j < n && times[j] == times[i])
            {
                j++;
            }

            if (j - i > 1)
            {
                SortTies(order.AsSpan(i, j - i), source, keys);
            }

            i = j;
        }

        for (int i = 0; i < n; i++)
        {
            rows.Activities[start + i] = activities[order[i]];
            if (source is not null)
            {
                rows.Source![start + i] = source[order[i]];
            }
        }
    }

    private static void SortTies(Span<int> order, int[]? source, ReadOnlySpan<long> keys)
    {
        if (keys.Length == 0)
        {
            order.Sort();
            return;
        }

        var ties = new (long Key, int At)[order.Length];
        for (int i = 0; i < ties.Length; i++)
        {
            ties[i] = (keys[source![order[i]]], order[i]);
        }

        Array.Sort(ties);
        for (int i = 0; i < ties.Length; i++)
        {
            order[i] = ties[i].At;
        }
    }
}
