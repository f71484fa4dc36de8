namespace Tajriba.ProcessMining;

/// <summary>Which activities are done again within a case.</summary>
public static class Rework
{
    /// <summary>The rework of a log, by cases descending, then by name; activities without rework are absent.</summary>
    public static IReadOnlyList<ReworkedActivity> Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.All());
    }

    /// <summary>The rework of a view, by cases descending, then by name; activities without rework are absent.</summary>
    public static IReadOnlyList<ReworkedActivity> Of(LogView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        int size = view.Log.Activities.Count;
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        long[] cases = new long[size];
        long[] repeats = new long[size];

        // One stamp per activity: 2·case+2 after its first occurrence in the case, one more after the second.
        long[] seen = new long[size];
        for (int c = 0; c < starts.Length; c++)
        {
            long first = (2L * c) + 2;
            foreach (int a in codes[starts[c]..ends[c]])
            {
                long stamp = seen[a];
                if (stamp < first)
                {
                    seen[a] = first;
                    continue;
                }

                repeats[a]++;
                cases[a] += first + 1 - stamp;
                seen[a] = first + 1;
            }
        }

        int[] ranks = view.Log.Activities.Ranks.ToArray();
        return [.. Enumerable.Range(0, size).Where(a => cases[a] > 0).Select(a => new ReworkedActivity(a, cases[a], repeats[a]))
            .OrderByDescending(r => r.Cases).ThenBy(r => ranks[r.Activity])];
    }
}
