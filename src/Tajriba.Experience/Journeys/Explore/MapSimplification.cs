namespace Tajriba.Experience.Journeys.Explore;

/// <summary>
/// Cuts a map down to what a person can read and never lies about it: every step drawn keeps its widest path from the start
/// and its widest path to the end (the path whose thinnest way is thickest), with the steps on it.
/// </summary>
public static class MapSimplification
{
    /// <summary>The part of <paramref name="whole"/> to draw.</summary>
    /// <param name="whole">All steps and ways.</param>
    /// <param name="detail">0 draws the most frequent step with its paths, 100 draws everything.</param>
    public static JourneyMap Simplify(JourneyMap whole, int detail)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentOutOfRangeException.ThrowIfNegative(detail);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(detail, 100);
        if (whole.Nodes.Count == 0 || detail == 100)
        {
            return whole;
        }

        var came = WidestPaths(whole.Edges, JourneyMap.Start, e => e.From, e => e.To);
        var goes = WidestPaths(whole.Edges, JourneyMap.End, e => e.To, e => e.From);
        var wanted = 1 + (int)Math.Floor((whole.Nodes.Count - 1) * detail / 100.0);
        var shown = new HashSet<int>();
        var kept = new HashSet<MapWay>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<int>(whole.Nodes.OrderByDescending(n => n.Count).ThenBy(n => n.Activity).Take(wanted).Select(n => n.Activity));
        while (queue.TryDequeue(out var node))
        {
            if (node < 0 || !shown.Add(node))
            {
                continue;
            }

            if (came.TryGetValue(node, out var before))
            {
                kept.Add(before);
                queue.Enqueue(before.From);
            }

            if (goes.TryGetValue(node, out var after))
            {
                kept.Add(after);
                queue.Enqueue(after.To);
            }
        }

        var among = whole.Edges.Where(e => !kept.Contains(e) && Drawn(e.From) && Drawn(e.To)).OrderByDescending(e => e.Count).ToList();
        kept.UnionWith(among.Take((int)Math.Floor(among.Count * detail / 100.0)));
        return whole with
        {
            Nodes = [.. whole.Nodes.Where(n => shown.Contains(n.Activity))],
            Edges = [.. whole.Edges.Where(kept.Contains)],
        };

        bool Drawn(int node) => node < 0 || shown.Contains(node);
    }

    /// <summary>For each step the last way of its widest path from <paramref name="root"/>.</summary>
    private static Dictionary<int, MapWay> WidestPaths(IReadOnlyList<MapWay> edges, int root, Func<MapWay, int> near, Func<MapWay, int> far)
    {
        var ways = edges.ToLookup(near);
        var by = new Dictionary<int, MapWay>();
        var width = new Dictionary<int, long> { [root] = long.MaxValue };
        var settled = new HashSet<int>();
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(root, long.MinValue);
        while (queue.TryDequeue(out var node, out _))
        {
            if (!settled.Add(node))
            {
                continue;
            }

            foreach (var edge in ways[node])
            {
                var other = far(edge);
                var through = Math.Min(width[node], edge.Count);
                if (!settled.Contains(other) && through > width.GetValueOrDefault(other))
                {
                    width[other] = through;
                    by[other] = edge;
                    queue.Enqueue(other, -through);
                }
            }
        }

        return by;
    }
}
