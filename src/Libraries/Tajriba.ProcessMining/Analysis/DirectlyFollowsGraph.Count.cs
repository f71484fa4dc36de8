namespace Tajriba.ProcessMining;

public sealed partial class DirectlyFollowsGraph
{
    /// <summary>The graph of a view.</summary>
    public static DirectlyFollowsGraph Of(LogView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        StringTable activities = view.Log.Activities;
        int size = activities.Count;
        int[] starts = new int[size];
        int[] ends = new int[size];
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<int> from = view.Starts;
        ReadOnlySpan<int> to = view.Ends;
        for (int i = 0; i < from.Length; i++)
        {
            starts[codes[from[i]]]++;
            ends[codes[to[i] - 1]]++;
        }

        FlowEdge[] edges = size <= PairCounter.MatrixLimit ? Dense(view, codes, size) : Sparse(codes, from, to, size);
        return new DirectlyFollowsGraph(activities, edges, starts, ends, from.Length);
    }

    private static FlowEdge[] Dense(LogView view, ReadOnlySpan<int> codes, int size)
    {
        int[] even = new int[size * size];
        int[] odd = new int[size * size];
        if (view.IsWhole)
        {
            CountFlat(codes, view.Log.CaseOffsets, size, even, odd);
        }
        else
        {
            ReadOnlySpan<int> from = view.Starts;
            ReadOnlySpan<int> to = view.Ends;
            for (int i = 0; i < from.Length; i++)
            {
                CountRun(codes[from[i]..to[i]], size, even, odd);
            }
        }

        var edges = new List<FlowEdge>();
        for (int i = 0; i < even.Length; i++)
        {
            int count = even[i] + odd[i];
            if (count > 0)
            {
                edges.Add(new FlowEdge(i / size, i % size, count));
            }
        }

        return [.. edges];
    }

    /// <summary>Counts every neighbouring pair of the flat column, then takes back those that straddle two cases.</summary>
    private static void CountFlat(ReadOnlySpan<int> codes, ReadOnlySpan<int> offsets, int size, int[] even, int[] odd)
    {
        CountRun(codes, size, even, odd);
        for (int i = 1; i + 1 < offsets.Length; i++)
        {
            int at = offsets[i];
            even[(codes[at - 1] * size) + codes[at]]--;
        }
    }

    /// <summary>Two matrices in turn, since increments of one cell in a row would wait for each other.</summary>
    private static void CountRun(ReadOnlySpan<int> codes, int size, int[] even, int[] odd)
    {
        if (codes.IsEmpty)
        {
            return;
        }

        int last = codes[0];
        int i = 1;
        for (; i + 1 < codes.Length; i += 2)
        {
            int middle = codes[i];
            int next = codes[i + 1];
            even[(last * size) + middle]++;
            odd[(middle * size) + next]++;
            last = next;
        }

        if (i < codes.Length)
        {
            even[(last * size) + codes[i]]++;
        }
    }

    private static FlowEdge[] Sparse(ReadOnlySpan<int> codes, ReadOnlySpan<int> from, ReadOnlySpan<int> to, int size)
    {
        var counter = new PairCounter(size);
        for (int i = 0; i < from.Length; i++)
        {
            for (int p = from[i] + 1; p < to[i]; p++)
            {
                counter.Add(codes[p - 1], codes[p], 1);
            }
        }

        return counter.ToEdges();
    }
}
