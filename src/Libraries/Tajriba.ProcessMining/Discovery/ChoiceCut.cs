namespace Tajriba.ProcessMining.Discovery;

/// <summary>Exclusive choice: the parts of the graph that no edge connects.</summary>
internal static class ChoiceCut
{
    public static int[] Groups(MinerGraph graph)
    {
        var sets = new DisjointSets(graph.Size);
        for (var a = 0; a < graph.Size; a++)
        {
            for (var b = 0; b < graph.Size; b++)
            {
                if (graph.Follows(a, b))
                {
                    sets.Union(a, b);
                }
            }
        }

        return sets.Groups();
    }
}
