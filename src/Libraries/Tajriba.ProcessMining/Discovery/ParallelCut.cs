namespace Tajriba.ProcessMining.Discovery;

/// <summary>Parallel: every activity of a group is followed by, and follows, every one of the other groups; each group can start and end.</summary>
internal static class ParallelCut
{
    public static int[] Groups(MinerGraph graph)
    {
        var sets = new DisjointSets(graph.Size);
        for (var a = 0; a < graph.Size; a++)
        {
            for (var b = a + 1; b < graph.Size; b++)
            {
                if (!graph.Follows(a, b) || !graph.Follows(b, a))
                {
                    sets.Union(a, b);
                }
            }
        }

        JoinIncomplete(graph, sets);
        return sets.Groups();
    }

    private static void JoinIncomplete(MinerGraph graph, DisjointSets sets)
    {
        while (true)
        {
            var groups = sets.Groups();
            var count = groups.Max() + 1;
            var (starts, ends, size, member) = (new bool[count], new bool[count], new int[count], new int[count]);
            for (var a = 0; a < graph.Size; a++)
            {
                var g = groups[a];
                starts[g] |= graph.Starts[a] > 0;
                ends[g] |= graph.Ends[a] > 0;
                size[g]++;
                member[g] = a;
            }

            var incomplete = Enumerable.Range(0, count).FirstOrDefault(g => !starts[g] || !ends[g], -1);
            if (count < 2 || incomplete < 0)
            {
                return;
            }

            // a group that has what is lacking, best one that is itself incomplete, else the smallest
            var partner = Enumerable.Range(0, count)
                .Where(g => g != incomplete)
                .OrderBy(g => (starts[g] || starts[incomplete]) && (ends[g] || ends[incomplete]) ? 0 : 1)
                .ThenBy(g => starts[g] && ends[g] ? 1 : 0)
                .ThenBy(g => size[g])
                .First();
            sets.Union(member[incomplete], member[partner]);
        }
    }
}
