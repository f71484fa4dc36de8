namespace Tajriba.ProcessMining;

public sealed partial class DirectlyFollowsGraph
{
    /// <summary>The graph of a log with another merged in: the counts of the cases that change are taken back and counted anew.</summary>
    internal static DirectlyFollowsGraph Patched(EventLog log, EventLog added, StringTable activities)
    {
        DirectlyFollowsGraph old = log.Graph;
        int size = activities.Count;
        int[] starts = new int[size];
        int[] ends = new int[size];
        old._starts.CopyTo(starts, 0);
        old._ends.CopyTo(ends, 0);
        var edges = new Dictionary<long, long>(old._index);
        int cases = old.CaseCount;
        int[] map = new int[added.Activities.Count];
        for (int i = 0; i < map.Length; i++)
        {
            map[i] = activities.IndexOf(added.Activities.Utf8(i));
        }

        var merged = new List<int>();
        for (int c = 0; c < added.CaseCount; c++)
        {
            int known = log.CaseIds.IndexOf(added.CaseIds.Utf8(c));
            int start = known < 0 ? 0 : log.CaseOffsets[known];
            int end = known < 0 ? 0 : log.CaseOffsets[known + 1];
            Count(log.ActivityCodes[start..end], -1, edges, starts, ends);
            merged.Clear();
            int i = start;
            for (int j = added.CaseOffsets[c]; j < added.CaseOffsets[c + 1]; j++)
            {
                while (i < end && !LogMerge.Plan.Before(added, j, log, i))
                {
                    merged.Add(log.ActivityCodes[i++]);
                }

                merged.Add(map[added.ActivityCodes[j]]);
            }

            merged.AddRange(log.ActivityCodes[i..end]);
            Count(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(merged), 1, edges, starts, ends);
            cases += known < 0 ? 1 : 0;
        }

        return new DirectlyFollowsGraph(
            activities, [.. edges.Where(e => e.Value > 0).Select(e => new FlowEdge((int)(e.Key >> 32), (int)e.Key, e.Value))], starts, ends, cases);
    }

    private static void Count(ReadOnlySpan<int> run, int sign, Dictionary<long, long> edges, int[] starts, int[] ends)
    {
        if (run.IsEmpty)
        {
            return;
        }

        starts[run[0]] += sign;
        ends[run[^1]] += sign;
        for (int i = 1; i < run.Length; i++)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(edges, ((long)run[i - 1] << 32) | (uint)run[i], out _) += sign;
        }
    }
}
