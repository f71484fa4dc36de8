using System.Text;

namespace Tajriba.ProcessMining.Discovery;

/// <summary>
/// A block-structured process model: leaves are activities or the silent step, inner nodes say how their
/// children combine. Every process tree is sound by construction. Immutable, equal by structure.
/// </summary>
/// <remarks>
/// Notation as in pm4py and the literature: <c>-&gt;( 'A', X( tau, 'B' ), +( 'C', 'D' ), *( 'E', tau ) )</c>.
/// Source: Leemans, Fahland, van der Aalst, Discovering Block-Structured Process Models from Event Logs (2013).
/// </remarks>
public sealed class ProcessTree : IEquatable<ProcessTree>
{
    private static readonly ProcessTree[] None = [];

    private ProcessTree(ProcessTreeOperator kind, string? activity, ProcessTree[] children)
    {
        Operator = kind;
        Activity = activity;
        Children = children;
    }

    /// <summary>The silent step.</summary>
    public static ProcessTree Tau { get; } = new(ProcessTreeOperator.Tau, null, None);

    /// <summary>What this node is.</summary>
    public ProcessTreeOperator Operator { get; }

    /// <summary>The activity of a leaf; null elsewhere.</summary>
    public string? Activity { get; }

    /// <summary>The children in order; empty for leaves.</summary>
    public IReadOnlyList<ProcessTree> Children { get; }

    /// <summary>A leaf with a visible activity.</summary>
    /// <param name="activity">The activity's name; may be empty, not null.</param>
    public static ProcessTree Leaf(string activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new ProcessTree(ProcessTreeOperator.Activity, activity, None);
    }

    /// <summary>The children one after the other.</summary>
    /// <param name="children">At least one child.</param>
    public static ProcessTree Sequence(params IEnumerable<ProcessTree> children) => Inner(ProcessTreeOperator.Sequence, children);

    /// <summary>Exactly one of the children.</summary>
    /// <param name="children">At least one child.</param>
    public static ProcessTree Choice(params IEnumerable<ProcessTree> children) => Inner(ProcessTreeOperator.Choice, children);

    /// <summary>All children, interleaved.</summary>
    /// <param name="children">At least one child.</param>
    public static ProcessTree Parallel(params IEnumerable<ProcessTree> children) => Inner(ProcessTreeOperator.Parallel, children);

    /// <summary>Do, then any number of times: redo, do.</summary>
    /// <param name="body">Executed at least once.</param>
    /// <param name="redo">Executed between two executions of the body; <see cref="Tau"/> where nothing happens in between.</param>
    public static ProcessTree Loop(ProcessTree body, ProcessTree redo)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(redo);
        return new ProcessTree(ProcessTreeOperator.Loop, null, [body, redo]);
    }

    /// <summary>Reads the notation that <see cref="ToString"/> writes.</summary>
    /// <param name="text">A tree, such as <c>-&gt;( 'A', X( tau, 'B' ) )</c>; a loop may have more than two children (the later ones are alternatives).</param>
    /// <exception cref="FormatException">The text is no tree; the message names the position.</exception>
    public static ProcessTree Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ProcessTreeParser(text).Parse();
    }

    /// <summary>The same language in fewer nodes: nested equal operators folded, superfluous silent steps removed, nested loops merged.</summary>
    public ProcessTree Reduce() => ProcessTreeReduction.Reduce(this);

    /// <summary>Number of nodes, this one included.</summary>
    public int CountNodes() => 1 + Children.Sum(child => child.CountNodes());

    /// <summary>The distinct activities of the leaves, in ordinal order.</summary>
    public IReadOnlyList<string> ActivityNames()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(this, names);
        return [.. names];
    }

    /// <inheritdoc/>
    public bool Equals(ProcessTree? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Operator == other.Operator && Activity == other.Activity && Children.SequenceEqual(other.Children));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProcessTree);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Operator);
        hash.Add(Activity, StringComparer.Ordinal);
        foreach (var child in Children)
        {
            hash.Add(child);
        }

        return hash.ToHashCode();
    }

    /// <summary>The tree in one line; quotes and backslashes inside names are preceded by a backslash.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private static ProcessTree Inner(ProcessTreeOperator kind, IEnumerable<ProcessTree> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        var all = children.ToArray();
        if (all.Length == 0 || Array.Exists(all, child => child is null))
        {
            throw new ArgumentException($"A {kind} needs at least one child and no null.", nameof(children));
        }

        return new ProcessTree(kind, null, all);
    }

    private static void Collect(ProcessTree tree, SortedSet<string> names)
    {
        if (tree.Activity is not null)
        {
            names.Add(tree.Activity);
        }

        foreach (var child in tree.Children)
        {
            Collect(child, names);
        }
    }

    private void Write(StringBuilder text)
    {
        if (Operator == ProcessTreeOperator.Tau)
        {
            text.Append("tau");
            return;
        }

        if (Activity is not null)
        {
            text.Append('\'').Append(Activity.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append('\'');
            return;
        }

        text.Append(Operator switch
        {
            ProcessTreeOperator.Sequence => "->",
            ProcessTreeOperator.Choice => "X",
            ProcessTreeOperator.Parallel => "+",
            _ => "*",
        }).Append("( ");
        for (var i = 0; i < Children.Count; i++)
        {
            if (i > 0)
            {
                text.Append(", ");
            }

            Children[i].Write(text);
        }

        text.Append(" )");
    }
}
