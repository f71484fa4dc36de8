namespace Tajriba.ProcessMining;

/// <summary>The order of every list: by count descending, then by text in Unicode code point order.</summary>
internal static class Ranking
{
    public static IReadOnlyList<ActivityCount> Of(ReadOnlySpan<int> counts, StringTable activities)
    {
        var list = new List<ActivityCount>();
        for (int a = 0; a < counts.Length; a++)
        {
            if (counts[a] > 0)
            {
                list.Add(new ActivityCount(a, counts[a]));
            }
        }

        int[] ranks = activities.Ranks.ToArray();
        list.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : ranks[x.Activity].CompareTo(ranks[y.Activity]));
        return list;
    }

    public static FlowEdge[] Sort(FlowEdge[] edges, StringTable activities)
    {
        int[] ranks = activities.Ranks.ToArray();
        Array.Sort(edges, (x, y) =>
            x.Count != y.Count ? y.Count.CompareTo(x.Count) :
            x.From != y.From ? ranks[x.From].CompareTo(ranks[y.From]) : ranks[x.To].CompareTo(ranks[y.To]));
        return edges;
    }
}
