namespace Tajriba.ProcessMining;

/// <summary>Which activities come at any later point after which others within a case.</summary>
public sealed class EventuallyFollows
{
    private EventuallyFollows(StringTable activities, FlowEdge[] pairs)
    {
        Activities = activities;
        Pairs = Ranking.Sort(pairs, activities);
        foreach (FlowEdge pair in pairs)
        {
            Total += pair.Count;
        }
    }

    /// <summary>The activities that codes point into.</summary>
    public StringTable Activities { get; }

    /// <summary>Pairs of events i &lt; j of one case counted by their activities, by count descending, then by name.</summary>
    public IReadOnlyList<FlowEdge> Pairs { get; }

    /// <summary>The sum of all counts.</summary>
    public long Total { get; }

    /// <summary>The hash of <see cref="DirectlyFollowsGraph.Sha256"/> over <see cref="Pairs"/>.</summary>
    public string Sha256() => DirectlyFollowsGraph.HashEdges(Pairs, Activities);

    /// <summary>The pairs of a log.</summary>
    public static EventuallyFollows Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.All());
    }

    /// <summary>The pairs of a view; each event costs as much as there are distinct activities before it in its case.</summary>
    public static EventuallyFollows Of(LogView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        int size = view.Log.Activities.Count;
        var counter = new PairCounter(size);
        int[] before = new int[size];
        int[] distinct = new int[size];
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int c = 0; c < starts.Length; c++)
        {
            int n = 0;
            foreach (int b in codes[starts[c]..ends[c]])
            {
                for (int k = 0; k < n; k++)
                {
                    counter.Add(distinct[k], b, before[distinct[k]]);
                }

                if (before[b]++ == 0)
                {
                    distinct[n++] = b;
                }
            }

            for (int k = 0; k < n; k++)
            {
                before[distinct[k]] = 0;
            }
        }

        return new EventuallyFollows(view.Log.Activities, counter.ToEdges());
    }

    /// <summary>How many cases have some a before some later b (for a = b: have it twice).</summary>
    public static int Cases(LogView view, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(view);
        int cases = 0;
        ReadOnlySpan<int> codes = view.ActivityCodes;
        for (int c = 0; c < view.CaseCount; c++)
        {
            cases += Follows(codes[view.Starts[c]..view.Ends[c]], from, to) ? 1 : 0;
        }

        return cases;
    }

    internal static bool Follows(ReadOnlySpan<int> run, int from, int to)
    {
        int first = run.IndexOf(from);
        return first >= 0 && run[(first + 1)..].Contains(to);
    }
}
