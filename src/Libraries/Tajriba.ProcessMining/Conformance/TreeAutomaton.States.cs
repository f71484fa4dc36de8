using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <content>Making states, each in one normal form, so that equal remainders are one state.</content>
internal sealed partial class TreeAutomaton
{
    private int Intern(TreeState state)
    {
        if (!numbers.TryGetValue(state, out var number))
        {
            number = states.Count;
            states.Add(state);
            numbers.Add(state, number);
        }

        return number;
    }

    private int OfNode(int number)
    {
        var node = nodes[number];
        return node.Operator == ProcessTreeOperator.Tau
            ? Done
            : Intern(new TreeState(TreeStateKind.Fresh, number, 0, []) { CanEnd = node.CanBeEmpty, Reachable = node.Alphabet });
    }

    private int OfSequence(int number, int at, int part)
    {
        var children = nodes[number].Children;
        while (part == Done)
        {
            at++;
            if (at == children.Length)
            {
                return Done;
            }

            part = OfNode(children[at]);
        }

        if (at == children.Length - 1)
        {
            return part;
        }

        var canEnd = CanEnd(part);
        var reachable = (ulong[])Reachable(part).Clone();
        for (var i = at + 1; i < children.Length; i++)
        {
            canEnd &= nodes[children[i]].CanBeEmpty;
            Bits.Unite(reachable, nodes[children[i]].Alphabet);
        }

        return Intern(new TreeState(TreeStateKind.Sequence, number, at, [part]) { CanEnd = canEnd, Reachable = reachable });
    }

    private int OfParallel(int number, int[] parts)
    {
        var open = 0;
        var last = Done;
        var canEnd = true;
        foreach (var part in parts)
        {
            if (part != Done)
            {
                open++;
                last = part;
                canEnd &= CanEnd(part);
            }
        }

        if (open < 2)
        {
            return last;
        }

        var reachable = new ulong[nodes[number].Alphabet.Length];
        foreach (var part in parts)
        {
            Bits.Unite(reachable, Reachable(part));
        }

        return Intern(new TreeState(TreeStateKind.Parallel, number, 0, parts) { CanEnd = canEnd, Reachable = reachable });
    }

    private int OfBody(int number, int part) => Intern(new TreeState(TreeStateKind.Body, number, 0, [part])
    {
        CanEnd = CanEnd(part),
        Reachable = nodes[number].Alphabet,
    });

    private int OfRedo(int number, int part) => part == Done
        ? OfNode(number)
        : Intern(new TreeState(TreeStateKind.Redo, number, 0, [part])
        {
            CanEnd = CanEnd(part) && nodes[nodes[number].Children[0]].CanBeEmpty,
            Reachable = nodes[number].Alphabet,
        });
}
