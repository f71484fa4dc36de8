using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>
/// The states a process tree can be in, as partial derivatives (Antimirov 1996, extended by shuffle for parallel nodes):
/// a state is what may still happen. Silent steps never appear, so following a trace needs no search among them,
/// and the answer to "does it fit" is exact. States are shared (equal remainders are one state) and made on demand.
/// Not thread-safe: it grows as it is asked.
/// </summary>
internal sealed partial class TreeAutomaton
{
    /// <summary>The state in which all is done.</summary>
    public const int Done = 0;

    private readonly List<TreeState> states = [];
    private readonly Dictionary<TreeState, int> numbers = [];
    private readonly Dictionary<long, int[]> steps = [];
    private readonly Dictionary<int, int[]> enabled = [];
    private readonly Dictionary<int, ulong[]> firsts = [];
    private readonly TreeNode[] nodes;

    public TreeAutomaton(ProcessTree tree, IReadOnlyList<string> activities)
    {
        nodes = TreeNode.Number(tree, activities);
        Intern(new TreeState(TreeStateKind.Done, -1, 0, []));
        Start = OfNode(0);
        MinimalLength = nodes[0].MinimalLength;
    }

    /// <summary>The state before anything happened.</summary>
    public int Start { get; }

    /// <summary>Number of visible activities in the shortest run of the model.</summary>
    public int MinimalLength { get; }

    /// <summary>Number of activity codes, those of the log and those only in the tree.</summary>
    public int Alphabet => nodes[0].AlphabetSize;

    /// <summary>Whether the model may end here.</summary>
    public bool CanEnd(int state) => states[state].CanEnd;

    /// <summary>Activities that may still occur, as one bit per code.</summary>
    public ulong[] Reachable(int state) => states[state].Reachable;

    /// <summary>The states after the activity occurred; empty when it cannot.</summary>
    public int[] Next(int state, int activity)
    {
        if (!Bits.Has(states[state].Reachable, activity))
        {
            return [];
        }

        var key = ((long)state << 32) | (uint)activity;
        if (!steps.TryGetValue(key, out var next))
        {
            var found = new List<int>();
            Derive(state, activity, found);
            next = [.. found.Distinct()];
            steps.Add(key, next);
        }

        return next;
    }

    /// <summary>Activities that may occur next, ascending.</summary>
    public int[] Enabled(int state)
    {
        if (!enabled.TryGetValue(state, out var next))
        {
            next = [.. Bits.Members(First(state))];
            enabled.Add(state, next);
        }

        return next;
    }

    private void Derive(int number, int activity, List<int> found)
    {
        if (!Bits.Has(states[number].Reachable, activity))
        {
            return;
        }

        var state = states[number];
        switch (state.Kind)
        {
            case TreeStateKind.Fresh:
                DeriveNode(state.Node, activity, found);
                break;
            case TreeStateKind.Sequence:
                DeriveSequence(state.Node, state.At, state.Parts[0], activity, found);
                break;
            case TreeStateKind.Parallel:
                DeriveParallel(state.Node, state.Parts, activity, found);
                break;
            case TreeStateKind.Body:
                DeriveBody(state.Node, state.Parts[0], activity, found);
                break;
            case TreeStateKind.Redo:
                DeriveRedo(state.Node, state.Parts[0], activity, found);
                break;
        }
    }

    private void DeriveNode(int number, int activity, List<int> found)
    {
        var node = nodes[number];
        switch (node.Operator)
        {
            case ProcessTreeOperator.Activity:
                if (node.Activity == activity)
                {
                    found.Add(Done);
                }

                break;
            case ProcessTreeOperator.Choice:
                foreach (var child in node.Children)
                {
                    Derive(OfNode(child), activity, found);
                }

                break;
            case ProcessTreeOperator.Sequence:
                DeriveSequence(number, 0, OfNode(node.Children[0]), activity, found);
                break;
            case ProcessTreeOperator.Parallel:
                DeriveParallel(number, [.. node.Children.Select(OfNode)], activity, found);
                break;
            case ProcessTreeOperator.Loop:
                DeriveBody(number, OfNode(node.Children[0]), activity, found);
                break;
        }
    }

    private void DeriveSequence(int number, int at, int part, int activity, List<int> found)
    {
        var children = nodes[number].Children;
        while (true)
        {
            foreach (var next in Derived(part, activity))
            {
                found.Add(OfSequence(number, at, next));
            }

            if (!CanEnd(part) || at + 1 >= children.Length)
            {
                return;
            }

            at++;
            part = OfNode(children[at]);
        }
    }

    private void DeriveParallel(int number, int[] parts, int activity, List<int> found)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            foreach (var next in Derived(parts[i], activity))
            {
                var changed = (int[])parts.Clone();
                changed[i] = next;
                found.Add(OfParallel(number, changed));
            }
        }
    }

    private void DeriveBody(int number, int part, int activity, List<int> found)
    {
        var (body, redo) = (nodes[number].Children[0], nodes[number].Children[1]);
        found.AddRange(Derived(part, activity).Select(next => OfBody(number, next)));
        if (!CanEnd(part))
        {
            return;
        }

        found.AddRange(Derived(OfNode(redo), activity).Select(next => OfRedo(number, next)));
        if (nodes[redo].CanBeEmpty)
        {
            found.AddRange(Derived(OfNode(body), activity).Select(next => OfBody(number, next)));
        }
    }

    private void DeriveRedo(int number, int part, int activity, List<int> found)
    {
        var (body, redo) = (nodes[number].Children[0], nodes[number].Children[1]);
        found.AddRange(Derived(part, activity).Select(next => OfRedo(number, next)));
        if (!CanEnd(part))
        {
            return;
        }

        found.AddRange(Derived(OfNode(body), activity).Select(next => OfBody(number, next)));
        if (nodes[body].CanBeEmpty)
        {
            found.AddRange(Derived(OfNode(redo), activity).Select(next => OfRedo(number, next)));
        }
    }

    private int[] Derived(int state, int activity) => Next(state, activity);
}
