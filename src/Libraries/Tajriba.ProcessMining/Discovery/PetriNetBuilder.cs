namespace Tajriba.ProcessMining.Discovery;

/// <summary>Translates a process tree block by block: every block runs from an entry place to an exit place.</summary>
internal sealed class PetriNetBuilder
{
    private readonly List<PetriTransition> transitions = [];
    private int places;

    public PetriNet Build(ProcessTree tree)
    {
        var (source, sink) = (places++, places++);
        Add(tree, source, sink);
        return new PetriNet(places, source, sink, transitions);
    }

    private void Add(ProcessTree tree, int entry, int exit)
    {
        switch (tree.Operator)
        {
            case ProcessTreeOperator.Activity:
            case ProcessTreeOperator.Tau:
                transitions.Add(new PetriTransition(tree.Activity, [entry], [exit]));
                break;
            case ProcessTreeOperator.Sequence:
                for (var i = 0; i < tree.Children.Count; i++)
                {
                    var next = i == tree.Children.Count - 1 ? exit : places++;
                    Add(tree.Children[i], entry, next);
                    entry = next;
                }

                break;
            case ProcessTreeOperator.Choice:
                AddChoice(tree.Children, entry, exit);
                break;
            case ProcessTreeOperator.Parallel:
                var entries = tree.Children.Select(_ => places++).ToArray();
                var exits = tree.Children.Select(_ => places++).ToArray();
                transitions.Add(new PetriTransition(null, [entry], entries));
                for (var i = 0; i < entries.Length; i++)
                {
                    Add(tree.Children[i], entries[i], exits[i]);
                }

                transitions.Add(new PetriTransition(null, exits, [exit]));
                break;
            default:
                // own places, since the entry may be shared with alternatives or be the net's source
                var (before, after) = (places++, places++);
                transitions.Add(new PetriTransition(null, [entry], [before]));
                Add(tree.Children[0], before, after);
                Add(tree.Children[1], after, before);
                transitions.Add(new PetriTransition(null, [after], [exit]));
                break;
        }
    }

    private void AddChoice(IReadOnlyList<ProcessTree> children, int entry, int exit)
    {
        // nothing, or a block once or more, is that block any number of times: one place to which the block returns
        var star = children.Contains(ProcessTree.Tau) ? children.FirstOrDefault(IsPlainRepetition) : null;
        foreach (var child in children)
        {
            if (ReferenceEquals(child, star))
            {
                var home = places++;
                transitions.Add(new PetriTransition(null, [entry], [home]));
                Add(child.Children[0], home, home);
                transitions.Add(new PetriTransition(null, [home], [exit]));
            }
            else if (star is null || child.Operator != ProcessTreeOperator.Tau)
            {
                Add(child, entry, exit);
            }
        }
    }

    private static bool IsPlainRepetition(ProcessTree tree) =>
        tree.Operator == ProcessTreeOperator.Loop && tree.Children[1].Operator == ProcessTreeOperator.Tau;
}
