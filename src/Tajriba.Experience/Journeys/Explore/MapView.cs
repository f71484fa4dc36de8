using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Draws the map of some journeys.</summary>
public static class MapView
{
    private const double Microseconds = 1e6;

    /// <summary>Every step and way of the journeys selected.</summary>
    public static JourneyMap Whole(Selection selection, MapMetric metric)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var view = selection.View;
        var graph = DirectlyFollowsGraph.Of(view);
        var cases = CasesByActivity(view);
        var nodes = new List<MapStep>();
        var edges = new List<MapWay>();
        for (var a = 0; a < cases.Length; a++)
        {
            if (cases[a] > 0)
            {
                nodes.Add(new MapStep(a, graph.ActivityCounts[a], cases[a]));
            }

            if (graph.StartCounts[a] > 0)
            {
                edges.Add(new MapWay(JourneyMap.Start, a, graph.StartCounts[a], null));
            }

            if (graph.EndCounts[a] > 0)
            {
                edges.Add(new MapWay(a, JourneyMap.End, graph.EndCounts[a], null));
            }
        }

        edges.AddRange(metric == MapMetric.Frequency
            ? graph.Edges.Select(e => new MapWay(e.From, e.To, e.Count, null))
            : PerformanceGraph.Of(view).Edges.Select(e => new MapWay(e.From, e.To, e.Count, Time(e, metric) * Microseconds)));
        nodes.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : x.Activity.CompareTo(y.Activity));
        edges.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : (x.From, x.To).CompareTo((y.From, y.To)));
        return new JourneyMap(nodes, edges, nodes.Count, edges.Count);
    }

    internal static int[] CasesByActivity(LogView view)
    {
        var cases = new int[view.Log.Activities.Count];
        var seen = new int[cases.Length];
        var codes = view.ActivityCodes;
        var starts = view.Starts;
        var ends = view.Ends;
        for (var i = 0; i < starts.Length; i++)
        {
            foreach (var activity in codes[starts[i]..ends[i]])
            {
                if (seen[activity] != i + 1)
                {
                    seen[activity] = i + 1;
                    cases[activity]++;
                }
            }
        }

        return cases;
    }

    private static double Time(EdgePerformance edge, MapMetric metric) => metric switch
    {
        MapMetric.Median => edge.Median,
        MapMetric.P95 => edge.P95,
        _ => edge.Mean,
    };
}
