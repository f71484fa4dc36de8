namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// Sequence: groups in an order such that later ones are reached from earlier ones and never the other way round;
/// made strict, so that a group which can be skipped takes in the neighbours that occur only together with it.
/// Source: Leemans, Robust Process Mining with Guarantees (2017), sequence and strict sequence cuts.
/// </summary>
internal static class SequenceCut
{
    public static int[] Groups(MinerGraph graph)
    {
        var size = graph.Size;
        var reach = Reachability(graph);
        var sets = new DisjointSets(size);
        int[] groups;
        int count;
        bool[] between;
        bool merged;
        do
        {
            groups = sets.Groups();
            count = groups.Max() + 1;
            between = new bool[count * count];
            var member = new int[count];
            for (var a = 0; a < size; a++)
            {
                member[groups[a]] = a;
                for (var b = 0; b < size; b++)
                {
                    between[(groups[a] * count) + groups[b]] |= reach[(a * size) + b];
                }
            }

            merged = false;
            for (var g = 0; g < count; g++)
            {
                for (var h = g + 1; h < count; h++)
                {
                    if (between[(g * count) + h] == between[(h * count) + g])
                    {
                        merged |= sets.Union(member[g], member[h]);
                    }
                }
            }
        }
        while (merged);

        if (count < 2)
        {
            return groups;
        }

        var successors = new int[count];
        for (var g = 0; g < count; g++)
        {
            for (var h = 0; h < count; h++)
            {
                successors[g] += g != h && between[(g * count) + h] ? 1 : 0;
            }
        }

        var rank = new int[count];
        var order = Enumerable.Range(0, count).OrderByDescending(g => successors[g]).ToArray();
        for (var i = 0; i < count; i++)
        {
            rank[order[i]] = i;
        }

        return Strict(graph, [.. groups.Select(g => rank[g])], count);
    }

    private static int[] Strict(MinerGraph graph, int[] groups, int count)
    {
        var size = graph.Size;
        var earliest = new int[count];
        var latest = new int[count];
        Array.Fill(earliest, int.MaxValue);
        Array.Fill(latest, int.MinValue);
        var skipped = new bool[count];
        for (var a = 0; a < size; a++)
        {
            var g = groups[a];
            if (graph.Starts[a] > 0)
            {
                earliest[g] = int.MinValue;
                skipped.AsSpan(0, g).Fill(true);
            }

            if (graph.Ends[a] > 0)
            {
                latest[g] = int.MaxValue;
                skipped.AsSpan(g + 1).Fill(true);
            }

            for (var b = 0; b < size; b++)
            {
                var h = groups[b];
                if (g == h || !graph.Follows(a, b))
                {
                    continue;
                }

                earliest[h] = Math.Min(earliest[h], g);
                latest[g] = Math.Max(latest[g], h);
                if (h > g + 1)
                {
                    skipped.AsSpan(g + 1, h - g - 1).Fill(true);
                }
            }
        }

        var target = Enumerable.Range(0, count).ToArray();
        var taken = new bool[count];
        for (var p = 0; p < count; p++)
        {
            if (!skipped[p] || taken[p])
            {
                continue;
            }

            for (var q = p - 1; q >= 0 && !taken[q] && latest[q] <= p; q--)
            {
                (target[q], taken[q], taken[p]) = (p, true, true);
            }

            for (var q = p + 1; q < count && !taken[q] && earliest[q] >= p; q++)
            {
                (target[q], taken[q], taken[p]) = (p, true, true);
            }
        }

        var number = target.Distinct().Order().Select((g, i) => (g, i)).ToDictionary(pair => pair.g, pair => pair.i);
        return [.. groups.Select(g => number[target[g]])];
    }

    private static bool[] Reachability(MinerGraph graph)
    {
        var size = graph.Size;
        var reach = new bool[size * size];
        var stack = new Stack<int>();
        for (var from = 0; from < size; from++)
        {
            stack.Push(from);
            while (stack.TryPop(out var a))
            {
                for (var b = 0; b < size; b++)
                {
                    if (graph.Follows(a, b) && !reach[(from * size) + b])
                    {
                        reach[(from * size) + b] = true;
                        stack.Push(b);
                    }
                }
            }
        }

        return reach;
    }
}
