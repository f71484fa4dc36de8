namespace Tajriba.ProcessMining;

/// <summary>Stable ordering of the events within each case by time, and by key among equal times.</summary>
internal static class CaseOrder
{
    private const int InsertionLimit = 48;

    /// <summary>Sorts each case's slice of the columns alike; true when all were in time order already.</summary>
    public static bool Sort(ReadOnlySpan<int> offsets, long[] times, int[] activities, int[]? source, ReadOnlySpan<long> keys)
    {
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
                    if (earlier || (keys.Length > 0 && keys[source![i]] < keys[source[i - 1]]))
                    {
                        sorted = false;
                    }
                }
            }

            if (!sorted)
            {
                SortCase(start, end, times, activities, source, keys);
            }
        }

        return ordered;
    }

    private static void SortCase(int start, int end, long[] times, int[] activities, int[]? source, ReadOnlySpan<long> keys)
    {
        if (end - start > InsertionLimit)
        {
            SortLong(start, end, times, activities, source, keys);
            return;
        }

        for (int i = start + 1; i < end; i++)
        {
            long time = times[i];
            int activity = activities[i];
            int from = source?[i] ?? 0;
            long key = keys.Length > 0 ? keys[from] : 0;
            int j = i - 1;
            while (j >= start && (times[j] > time || (keys.Length > 0 && times[j] == time && keys[source![j]] > key)))
            {
                times[j + 1] = times[j];
                activities[j + 1] = activities[j];
                if (source is not null)
                {
                    source[j + 1] = source[j];
                }

                j--;
            }

            times[j + 1] = time;
            activities[j + 1] = activity;
            if (source is not null)
            {
                source[j + 1] = from;
            }
        }
    }

    private static void SortLong(int start, int end, long[] times, int[] activities, int[]? source, ReadOnlySpan<long> keys)
    {
        var rows = new (long Time, long Key, int At)[end - start];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (times[start + i], keys.Length > 0 ? keys[source![start + i]] : 0, start + i);
        }

        Array.Sort(rows);
        int[] oldActivities = activities[start..end];
        int[]? oldSource = source?[start..end];
        for (int i = 0; i < rows.Length; i++)
        {
            times[start + i] = rows[i].Time;
            activities[start + i] = oldActivities[rows[i].At - start];
            if (source is not null)
            {
                source[start + i] = oldSource![rows[i].At - start];
            }
        }
    }
}
