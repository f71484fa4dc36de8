namespace Tajriba.ProcessMining.Discovery;

/// <summary>A division of the activities: group number by code (-1 for codes outside), and how the groups combine.</summary>
/// <param name="Operator">Sequence, choice, parallel or loop (group 0 is the body, group 1 the redo part).</param>
/// <param name="GroupOf">Group by activity code.</param>
/// <param name="Groups">Number of groups, at least 2.</param>
internal sealed record Cut(ProcessTreeOperator Operator, int[] GroupOf, int Groups)
{
    /// <summary>The first cut that the graph has: choice, sequence, parallel, loop.</summary>
    public static Cut? Find(MinerGraph graph)
    {
        if (graph.Size < 2)
        {
            return null;
        }

        return Of(graph, ProcessTreeOperator.Choice, ChoiceCut.Groups(graph))
            ?? Of(graph, ProcessTreeOperator.Sequence, SequenceCut.Groups(graph))
            ?? Of(graph, ProcessTreeOperator.Parallel, ParallelCut.Groups(graph))
            ?? Of(graph, ProcessTreeOperator.Loop, LoopCut.Groups(graph));
    }

    private static Cut? Of(MinerGraph graph, ProcessTreeOperator kind, int[] groupOfLocal)
    {
        var groups = groupOfLocal.Max() + 1;
        if (groups < 2)
        {
            return null;
        }

        var groupOf = new int[graph.Local.Length];
        Array.Fill(groupOf, -1);
        for (var i = 0; i < groupOfLocal.Length; i++)
        {
            groupOf[graph.Activities[i]] = groupOfLocal[i];
        }

        return new Cut(kind, groupOf, groups);
    }
}
