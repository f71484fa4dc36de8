namespace Tajriba.ProcessMining.Conformance;

/// <summary>The shape of what is still to happen.</summary>
internal enum TreeStateKind
{
    Done,
    Fresh,
    Sequence,
    Parallel,
    Body,
    Redo,
}

/// <summary>A state of <see cref="TreeAutomaton"/>: a node of the tree, how far it went, and the states of its open parts.</summary>
internal sealed class TreeState(TreeStateKind kind, int node, int at, int[] parts) : IEquatable<TreeState>
{
    public TreeStateKind Kind => kind;

    public int Node => node;

    /// <summary>In a sequence, the child that is open.</summary>
    public int At => at;

    public int[] Parts => parts;

    /// <summary>Follows from the rest, therefore no part of equality.</summary>
    public bool CanEnd { get; init; } = true;

    /// <summary>Follows from the rest, therefore no part of equality.</summary>
    public ulong[] Reachable { get; init; } = [];

    public bool Equals(TreeState? other) =>
        other is not null && kind == other.Kind && node == other.Node && at == other.At && parts.AsSpan().SequenceEqual(other.Parts);

    public override bool Equals(object? obj) => Equals(obj as TreeState);

    public override int GetHashCode()
    {
        var hash = HashCode.Combine(kind, node, at);
        foreach (var part in parts)
        {
            hash = (hash * 397) ^ part;
        }

        return hash;
    }
}
