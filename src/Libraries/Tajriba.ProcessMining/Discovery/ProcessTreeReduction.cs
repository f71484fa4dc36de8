namespace Tajriba.ProcessMining.Discovery;

/// <summary>Language-preserving reduction of process trees, bottom-up; one pass reaches the fixed point.</summary>
internal static class ProcessTreeReduction
{
    public static ProcessTree Reduce(ProcessTree tree) => tree.Operator switch
    {
        ProcessTreeOperator.Sequence or ProcessTreeOperator.Parallel => ReduceAll(tree),
        ProcessTreeOperator.Choice => ReduceChoice(tree.Children.Select(Reduce)),
        ProcessTreeOperator.Loop => ReduceLoop(Reduce(tree.Children[0]), Reduce(tree.Children[1])),
        _ => tree,
    };

    /// <summary>Whether the tree can be executed without a visible activity.</summary>
    public static bool IsNullable(ProcessTree tree) => tree.Operator switch
    {
        ProcessTreeOperator.Activity => false,
        ProcessTreeOperator.Tau => true,
        ProcessTreeOperator.Choice => tree.Children.Any(IsNullable),
        ProcessTreeOperator.Loop => IsNullable(tree.Children[0]),
        _ => tree.Children.All(IsNullable),
    };

    private static ProcessTree ReduceAll(ProcessTree tree)
    {
        var children = new List<ProcessTree>();
        foreach (var child in tree.Children.Select(Reduce))
        {
            if (child.Operator == tree.Operator)
            {
                children.AddRange(child.Children);
            }
            else if (child.Operator != ProcessTreeOperator.Tau)
            {
                children.Add(child);
            }
        }

        return children.Count switch
        {
            0 => ProcessTree.Tau,
            1 => children[0],
            _ => tree.Operator == ProcessTreeOperator.Sequence ? ProcessTree.Sequence(children) : ProcessTree.Parallel(children),
        };
    }

    private static ProcessTree ReduceChoice(IEnumerable<ProcessTree> reduced)
    {
        var children = new List<ProcessTree>();
        foreach (var child in reduced)
        {
            foreach (var part in child.Operator == ProcessTreeOperator.Choice ? child.Children : [child])
            {
                if (!children.Contains(part))
                {
                    children.Add(part);
                }
            }
        }

        var tau = children.IndexOf(ProcessTree.Tau);
        if (tau >= 0 && children.Where((_, i) => i != tau).Any(IsNullable))
        {
            children.RemoveAt(tau);
        }
        else if (tau > 0)
        {
            children.RemoveAt(tau);
            children.Insert(0, ProcessTree.Tau);
        }

        return children.Count == 1 ? children[0] : ProcessTree.Choice(children);
    }

    private static ProcessTree ReduceLoop(ProcessTree body, ProcessTree redo)
    {
        // A(BA)* around C: (A(BA)*)(C A(BA)*)* = A((B|C)A)*
        while (body.Operator == ProcessTreeOperator.Loop)
        {
            redo = ReduceChoice([body.Children[1], redo]);
            body = body.Children[0];
        }

        if (body.Operator == ProcessTreeOperator.Tau)
        {
            return redo.Operator == ProcessTreeOperator.Tau
                ? ProcessTree.Tau
                : ReduceChoice([ProcessTree.Tau, ReduceLoop(WithoutTau(redo), ProcessTree.Tau)]);
        }

        // (tau|A) repeated with nothing in between is tau or A repeated
        if (redo.Operator == ProcessTreeOperator.Tau && body.Operator == ProcessTreeOperator.Choice && body.Children.Contains(ProcessTree.Tau))
        {
            return ReduceChoice([ProcessTree.Tau, ReduceLoop(WithoutTau(body), ProcessTree.Tau)]);
        }

        return ProcessTree.Loop(body, redo);
    }

    private static ProcessTree WithoutTau(ProcessTree tree)
    {
        if (tree.Operator != ProcessTreeOperator.Choice)
        {
            return tree;
        }

        var rest = tree.Children.Where(child => child.Operator != ProcessTreeOperator.Tau).ToArray();
        return rest.Length == 1 ? rest[0] : ProcessTree.Choice(rest);
    }
}
