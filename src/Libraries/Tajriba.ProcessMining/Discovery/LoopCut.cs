namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// Loop: the body holds every start and end; a redo part is left only into starts and entered only from ends of the body.
/// Group 0 is the body, group 1 all redo parts together (the choice between them is found when that group is mined).
/// </summary>
internal static class LoopCut
{
    public static int[] Groups(MinerGraph graph)
    {
        var size = graph.Size;
        var outer = new bool[size];
        for (var a = 0; a < size; a++)
        {
            outer[a] = graph.Starts[a] > 0 || graph.Ends[a] > 0;
        }

        var sets = new DisjointSets(size);
        for (var a = 0; a < size; a++)
        {
            for (var b = 0; b < size; b++)
            {
                if (!outer[a] && !outer[b] && graph.Follows(a, b))
                {
                    sets.Union(a, b);
                }
            }
        }

        var body = new bool[size];
        var (entered, left) = (new bool[size], new bool[size]);
        for (var inner = 0; inner < size; inner++)
        {
            if (outer[inner])
            {
                continue;
            }

            var root = sets.Find(inner);
            var (toStart, toAllStarts, fromEnd, fromAllEnds) = (false, true, false, true);
            for (var x = 0; x < size; x++)
            {
                if (!outer[x])
                {
                    continue;
                }

                var (isStart, isEnd) = (graph.Starts[x] > 0, graph.Ends[x] > 0);
                var (leaves, enters) = (graph.Follows(inner, x), graph.Follows(x, inner));
                body[root] |= (leaves && !isStart) || (enters && !isEnd);
                toStart |= leaves && isStart;
                toAllStarts &= leaves || !isStart;
                fromEnd |= enters && isEnd;
                fromAllEnds &= enters || !isEnd;
            }

            body[root] |= (toStart && !toAllStarts) || (fromEnd && !fromAllEnds);
            entered[root] |= fromEnd;
            left[root] |= toStart;
        }

        var groups = new int[size];
        for (var a = 0; a < size; a++)
        {
            var root = sets.Find(a);
            groups[a] = !outer[a] && !body[root] && entered[root] && left[root] ? 1 : 0;
        }

        return groups;
    }
}
