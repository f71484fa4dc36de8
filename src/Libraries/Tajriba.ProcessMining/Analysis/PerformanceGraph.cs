namespace Tajriba.ProcessMining;

/// <summary>How long each directly-follows step takes.</summary>
public sealed partial class PerformanceGraph
{
    private const double PerSecond = 1e6;

    /// <summary>Steps per range of durations above which counting by range is less work than keeping every duration.</summary>
    private const int MinPerBucket = 4;

    private PerformanceGraph(StringTable activities, IReadOnlyList<EdgePerformance> edges)
    {
        Activities = activities;
        Edges = edges;
    }

    /// <summary>The activities that codes point into.</summary>
    public StringTable Activities { get; }

    /// <summary>Pairs that occur, by count descending, then by name (the order of <see cref="DirectlyFollowsGraph.Edges"/>).</summary>
    public IReadOnlyList<EdgePerformance> Edges { get; }

    /// <summary>The performance graph of a log.</summary>
    public static PerformanceGraph Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.All());
    }

    /// <summary>The performance graph of a view; order statistics are exact.</summary>
    public static PerformanceGraph Of(LogView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        DirectlyFollowsGraph graph = DirectlyFollowsGraph.Of(view);
        bool dense = graph.Activities.Count <= PairCounter.MatrixLimit && graph.Total >= (long)MinPerBucket * graph.Edges.Count * LogBuckets.Count;
        return new PerformanceGraph(graph.Activities, dense ? Counted(view, graph) : Scattered(view, graph));
    }

    /// <summary>Durations are grouped by edge in one buffer and selected from there.</summary>
    private static EdgePerformance[] Scattered(LogView view, DirectlyFollowsGraph graph)
    {
        long[] buffer = GC.AllocateUninitializedArray<long>((int)graph.Total);
        int size = graph.Activities.Count;
        var order = graph.Edges;
        int[] begins = new int[order.Count + 1];
        for (int i = 0; i < order.Count; i++)
        {
            begins[i + 1] = begins[i] + (int)order[i].Count;
        }

        if (size <= PairCounter.MatrixLimit)
        {
            int[] cursor = new int[size * size];
            for (int i = 0; i < order.Count; i++)
            {
                cursor[(order[i].From * size) + order[i].To] = begins[i];
            }

            Scatter(view, cursor, size, buffer);
        }
        else
        {
            ScatterSparse(view, order, begins, buffer);
        }

        var edges = new EdgePerformance[order.Count];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = Summarize(order[i], buffer.AsSpan(begins[i]..begins[i + 1]));
        }

        return edges;
    }

    private static void Scatter(LogView view, int[] cursor, int size, long[] buffer)
    {
        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<long> times = view.Times;
        ReadOnlySpan<int> starts = view.Starts;
        ReadOnlySpan<int> ends = view.Ends;
        for (int c = 0; c < starts.Length; c++)
        {
            ReadOnlySpan<int> run = codes[starts[c]..ends[c]];
            ReadOnlySpan<long> clock = times.Slice(starts[c], run.Length);
            int row = run[0] * size;
            long last = clock[0];
            for (int p = 1; p < run.Length; p++)
            {
                int next = run[p];
                long now = clock[p];
                buffer[cursor[row + next]++] = now - last;
                last = now;
                row = next * size;
            }
        }
    }

    private static void ScatterSparse(LogView view, IReadOnlyList<FlowEdge> order, int[] begins, long[] buffer)
    {
        var cursor = new Dictionary<long, int>(order.Count);
        for (int i = 0; i < order.Count; i++)
        {
            cursor[((long)order[i].From << 32) | (uint)order[i].To] = begins[i];
        }

        ReadOnlySpan<int> codes = view.ActivityCodes;
        ReadOnlySpan<long> times = view.Times;
        for (int c = 0; c < view.CaseCount; c++)
        {
            for (int p = view.Starts[c] + 1; p < view.Ends[c]; p++)
            {
                ref int at = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(cursor, ((long)codes[p - 1] << 32) | (uint)codes[p], out _);
                buffer[at++] = times[p] - times[p - 1];
            }
        }
    }

    private static EdgePerformance Summarize(FlowEdge edge, Span<long> values)
    {
        long min = long.MaxValue;
        long max = long.MinValue;
        long low = 0;
        long high = 0;
        foreach (long v in values)
        {
            min = Math.Min(min, v);
            max = Math.Max(max, v);
            low += v & 0xFFFFFFFF;
            high += v >> 32;
        }

        double sum = (double)(((Int128)high << 32) + low) / PerSecond;
        double median = OrderStatistics.Median(values) / PerSecond;
        int middle = values.Length / 2;
        double p95 = values.Length == 1 ? min : P95(values, middle);
        return new EdgePerformance(edge.From, edge.To, edge.Count, sum / values.Length, median, p95 / PerSecond, min / PerSecond, max / PerSecond, sum);
    }

    /// <summary>After the median was selected, the 95th percentile lies in the upper half.</summary>
    private static double P95(Span<long> values, int middle)
    {
        double at = (values.Length - 1) * 0.95;
        int low = (int)at;
        if (low < middle)
        {
            return OrderStatistics.Interpolated(values, 0.95);
        }

        Span<long> upper = values[middle..];
        long a = OrderStatistics.Select(upper, low - middle);
        if (low + 1 >= values.Length)
        {
            return a;
        }

        long b = long.MaxValue;
        foreach (long v in upper[(low - middle + 1)..])
        {
            b = Math.Min(b, v);
        }

        return a + ((at - low) * (b - a));
    }
}
