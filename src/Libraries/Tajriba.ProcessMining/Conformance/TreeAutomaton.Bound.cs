namespace Tajriba.ProcessMining.Conformance;

/// <content>A lower bound of the cost of aligning the rest of a trace, for a guided search.</content>
internal sealed partial class TreeAutomaton
{
    private bool? labelsUnique;

    public SuffixCounts Suffixes(int[] trace) => new(nodes, trace);

    /// <summary>No alignment of the events left with what is left of the model is cheaper than this.</summary>
    public int LowerBound(int state, SuffixCounts.Position rest)
    {
        var outside = rest.Events - rest.Of(Reachable(state));
        labelsUnique ??= nodes.Where(node => node.Activity >= 0).GroupBy(node => node.Activity).All(group => group.Count() == 1);
        return labelsUnique == true ? outside + Once(state, rest) : outside;
    }

    private int Once(int number, SuffixCounts.Position rest)
    {
        var state = states[number];
        switch (state.Kind)
        {
            case TreeStateKind.Fresh:
                return rest.Once[state.Node];
            case TreeStateKind.Sequence:
                var sum = Once(state.Parts[0], rest);
                var children = nodes[state.Node].Children;
                for (var i = state.At + 1; i < children.Length; i++)
                {
                    sum += rest.Once[children[i]];
                }

                return sum;
            case TreeStateKind.Parallel:
                return state.Parts.Sum(part => Once(part, rest));
            default:
                return Often(number, rest);
        }
    }

    private int Often(int number, SuffixCounts.Position rest)
    {
        var state = states[number];
        switch (state.Kind)
        {
            case TreeStateKind.Fresh:
                return rest.Often[state.Node];
            case TreeStateKind.Sequence:
                var sum = Often(state.Parts[0], rest);
                var children = nodes[state.Node].Children;
                for (var i = state.At + 1; i < children.Length; i++)
                {
                    sum += rest.Often[children[i]];
                }

                return sum;
            case TreeStateKind.Parallel:
                return state.Parts.Sum(part => Often(part, rest));
            case TreeStateKind.Body:
                return Often(state.Parts[0], rest);
            case TreeStateKind.Redo:
                return Often(state.Parts[0], rest) + rest.Often[nodes[state.Node].Children[0]];
            default:
                return 0;
        }
    }
}
