using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>A node of a process tree, numbered from the root (0) downwards, with what follows from its children.</summary>
internal sealed class TreeNode
{
    private TreeNode(ProcessTreeOperator kind, int activity, int[] children, int alphabetSize)
    {
        Operator = kind;
        Activity = activity;
        Children = children;
        AlphabetSize = alphabetSize;
        Alphabet = Bits.Of(alphabetSize);
        First = Bits.Of(alphabetSize);
    }

    public ProcessTreeOperator Operator { get; }

    /// <summary>Code of a leaf's activity, -1 elsewhere.</summary>
    public int Activity { get; }

    public int[] Children { get; }

    public int AlphabetSize { get; }

    /// <summary>Activities in this subtree.</summary>
    public ulong[] Alphabet { get; }

    /// <summary>Activities with which this subtree may begin.</summary>
    public ulong[] First { get; }

    public bool CanBeEmpty { get; private set; }

    /// <summary>Activities in the shortest run.</summary>
    public int MinimalLength { get; private set; }

    /// <summary>Numbers the tree; activities unknown to the log get codes after the log's own.</summary>
    public static TreeNode[] Number(ProcessTree tree, IReadOnlyList<string> activities)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in activities.Concat(tree.ActivityNames()))
        {
            codes.TryAdd(name, codes.Count);
        }

        var nodes = new List<TreeNode>();
        Add(tree, codes, nodes);
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            nodes[i].Conclude(nodes);
        }

        return [.. nodes];
    }

    private static int Add(ProcessTree tree, Dictionary<string, int> codes, List<TreeNode> nodes)
    {
        var number = nodes.Count;
        var children = new int[tree.Children.Count];
        nodes.Add(new TreeNode(tree.Operator, tree.Activity is null ? -1 : codes[tree.Activity], children, codes.Count));
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Add(tree.Children[i], codes, nodes);
        }

        return number;
    }

    private void Conclude(List<TreeNode> nodes)
    {
        if (Activity >= 0)
        {
            Bits.Add(Alphabet, Activity);
            Bits.Add(First, Activity);
        }

        foreach (var child in Children)
        {
            Bits.Unite(Alphabet, nodes[child].Alphabet);
        }

        foreach (var child in Children)
        {
            Bits.Unite(First, nodes[child].First);
            if (Operator is ProcessTreeOperator.Sequence or ProcessTreeOperator.Loop && !nodes[child].CanBeEmpty)
            {
                break;
            }
        }

        (CanBeEmpty, MinimalLength) = Operator switch
        {
            ProcessTreeOperator.Activity => (false, 1),
            ProcessTreeOperator.Tau => (true, 0),
            ProcessTreeOperator.Choice => (Children.Any(c => nodes[c].CanBeEmpty), Children.Min(c => nodes[c].MinimalLength)),
            ProcessTreeOperator.Loop => (nodes[Children[0]].CanBeEmpty, nodes[Children[0]].MinimalLength),
            _ => (Children.All(c => nodes[c].CanBeEmpty), Children.Sum(c => nodes[c].MinimalLength)),
        };
    }
}
