using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

public sealed partial class PerformanceGraph
{
    private struct Sum
    {
        public ulong Low;
        public ulong High;
        public long Min;
        public long Max;
    }

    /// <summary>Durations are counted by range first, and only those are kept that may be the median or the percentile.</summary>
    private static EdgePerformance[] Counted(LogView view, DirectlyFollowsGraph graph)
    {
        int size = graph.Activities.Count;
        var order = graph.Edges;
        int[] edgeOf = new int[size * size];
        int[] counts = new int[order.Count];
        for (int i = 0; i < counts.Length; i++)
        {
            edgeOf[(order[i].From * size) + order[i].To] = i;
            counts[i] = (int)order[i].Count;
        }

        var buckets = new RankedBuckets(counts.Length);
        Sum[] sums = new Sum[counts.Length];
        Array.Fill(sums, new Sum { Min = long.MaxValue, Max = long.MinValue });
        CountRanges(view, edgeOf, size, buckets.Table, sums);
        buckets.Choose(counts);
        KeepChosen(view, edgeOf, size, buckets.Table, buckets.Kept);
        var edges = new EdgePerformance[counts.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            double sum = (double)new UInt128(sums[i].High, sums[i].Low) / PerSecond;
            edges[i] = new EdgePerformance(
                order[i].From, order[i].To, counts[i], sum / counts[i], buckets.Median(i) / PerSecond, buckets.P95(i, counts[i]) / PerSecond,
                sums[i].Min / PerSecond, sums[i].Max / PerSecond, sum);
        }

        return edges;
    }

    [MethodImpl(Compile.AtOnce)]
    private static void CountRanges(LogView view, int[] edgeOf, int size, int[] table, Sum[] sums)
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
                long duration = now - last;
                int edge = edgeOf[row + next];
                table[(edge * LogBuckets.Count) + LogBuckets.Of(duration)]++;
                ref Sum sum = ref sums[edge];
                sum.Low += (ulong)duration;
                sum.High += sum.Low < (ulong)duration ? 1UL : 0;
                sum.Min = Math.Min(sum.Min, duration);
                sum.Max = Math.Max(sum.Max, duration);
                last = now;
                row = next * size;
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void KeepChosen(LogView view, int[] edgeOf, int size, int[] table, long[] kept)
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
                ref int place = ref table[(edgeOf[row + next] * LogBuckets.Count) + LogBuckets.Of(now - last)];
                if (place >= 0)
                {
                    kept[place++] = now - last;
                }

                last = now;
                row = next * size;
            }
        }
    }
}
