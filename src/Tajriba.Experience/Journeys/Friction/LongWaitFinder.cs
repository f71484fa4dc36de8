using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// Waits long against the journey's own norm: longer than <see cref="Times"/> times the median of the same pair of steps, and
/// longer than the typical wait of the journey (the median over its pairs' medians, weighted by how often they occur; at
/// least a minute). Time lost: what exceeds the pair's median.
/// </summary>
internal static class LongWaitFinder
{
    public const int Times = 3;
    private const int FewestWaits = 30;
    private const double Microseconds = 1e6;
    private const long ShortestFelt = 60_000_000;

    public static IEnumerable<FrictionTally> Find(Selection selection, ExposureCells cells)
    {
        var log = selection.Log;
        var view = selection.View;
        var graph = PerformanceGraph.Of(view);
        var edges = graph.Edges.Where(e => e.Count >= FewestWaits).ToArray();
        if (edges.Length == 0)
        {
            return [];
        }

        var typical = Math.Max(ShortestFelt, Typical(edges));
        var size = log.Activities.Count;
        var places = new EdgeIndex(size, edges);
        var tallies = new FrictionTally?[edges.Length];
        var codes = view.ActivityCodes;
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        var medians = Array.ConvertAll(edges, e => (long)(e.Median * Microseconds));
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            for (int p = starts[i] + 1, end = ends[i]; p < end; p++)
            {
                var edge = places[codes[p - 1], codes[p]];
                if (edge < 0)
                {
                    continue;
                }

                var tally = tallies[edge] ??= new(
                    new(FrictionKind.LongWait, "", log.Activities[codes[p - 1]], log.Activities[codes[p]]), cells);
                tally.Expose(journey);
                var wait = times[p] - times[p - 1];
                if (wait > typical && wait > Times * medians[edge])
                {
                    tally.Hit(journey, wait - medians[edge]);
                }
            }
        }

        return tallies.OfType<FrictionTally>();
    }

    private static long Typical(EdgePerformance[] edges)
    {
        var half = edges.Sum(e => e.Count) / 2;
        long passed = 0;
        foreach (var edge in edges.OrderBy(e => e.Median))
        {
            passed += edge.Count;
            if (passed > half)
            {
                return (long)(edge.Median * Microseconds);
            }
        }

        return 0;
    }

    /// <summary>From a pair of activities to its place; a matrix while that stays small.</summary>
    private sealed class EdgeIndex
    {
        private const int MatrixLimit = 1500;
        private readonly int size;
        private readonly int[]? matrix;
        private readonly Dictionary<(int, int), int> map = [];

        public EdgeIndex(int size, EdgePerformance[] edges)
        {
            this.size = size;
            if (size <= MatrixLimit)
            {
                matrix = new int[size * size];
                Array.Fill(matrix, -1);
            }

            for (var i = 0; i < edges.Length; i++)
            {
                if (matrix is null)
                {
                    map[(edges[i].From, edges[i].To)] = i;
                }
                else
                {
                    matrix[(edges[i].From * size) + edges[i].To] = i;
                }
            }
        }

        public int this[int from, int to]
            => matrix is null ? map.GetValueOrDefault((from, to), -1) : matrix[(from * size) + to];
    }
}
