namespace Tajriba.ProcessMining.Conformance;

/// <content>What may occur next, without making the states that would follow.</content>
internal sealed partial class TreeAutomaton
{
    private ulong[] First(int number)
    {
        if (firsts.TryGetValue(number, out var known))
        {
            return known;
        }

        var state = states[number];
        if (state.Kind == TreeStateKind.Fresh)
        {
            return nodes[state.Node].First;
        }

        var first = new ulong[nodes[0].First.Length];
        foreach (var part in state.Parts)
        {
            Bits.Unite(first, First(part));
        }

        if (state.Kind is not (TreeStateKind.Done or TreeStateKind.Parallel) && CanEnd(state.Parts[0]))
        {
            AddFollowing(state, first);
        }

        firsts.Add(number, first);
        return first;
    }

    private void AddFollowing(TreeState state, ulong[] first)
    {
        var children = nodes[state.Node].Children;
        if (state.Kind == TreeStateKind.Sequence)
        {
            for (var i = state.At + 1; i < children.Length; i++)
            {
                Bits.Unite(first, nodes[children[i]].First);
                if (!nodes[children[i]].CanBeEmpty)
                {
                    return;
                }
            }

            return;
        }

        var (next, after) = state.Kind == TreeStateKind.Body ? (children[1], children[0]) : (children[0], children[1]);
        Bits.Unite(first, nodes[next].First);
        if (nodes[next].CanBeEmpty)
        {
            Bits.Unite(first, nodes[after].First);
        }
    }
}
