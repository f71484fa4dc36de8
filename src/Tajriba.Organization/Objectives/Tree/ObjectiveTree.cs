namespace Tajriba.Organization.Objectives.Tree;

/// <summary>All objectives and how they stand, whoever looks.</summary>
public sealed class ObjectiveTree
{
    private readonly Dictionary<string, ObjectiveNode> nodes;

    /// <summary>Joins objectives with those that they serve; of a ring, which only a foreign hand could make, the first is a root.</summary>
    public ObjectiveTree(IReadOnlyList<ObjectiveNode> all)
    {
        All = all;
        nodes = all.ToDictionary(n => n.Code, StringComparer.Ordinal);
        foreach (ObjectiveNode node in all)
        {
            node.Parent = node.Value.Parent is { } parent && nodes.TryGetValue(parent, out ObjectiveNode? above) && !Above(above).Contains(node) ? above : null;
        }

        ILookup<ObjectiveNode?, ObjectiveNode> below = all.ToLookup(n => n.Parent);
        foreach (ObjectiveNode node in all)
        {
            node.Children = [.. below[node]];
        }

        foreach (ObjectiveNode root in below[null])
        {
            Sum(root);
        }
    }

    public IReadOnlyList<ObjectiveNode> All { get; }

    /// <summary>One by its code, or null.</summary>
    public ObjectiveNode? Find(string? code) => code is not null && nodes.TryGetValue(code, out ObjectiveNode? node) ? node : null;

    /// <summary>An objective and all that it serves, itself first.</summary>
    public static IEnumerable<ObjectiveNode> Above(ObjectiveNode node)
    {
        for (ObjectiveNode? at = node; at is not null; at = at.Parent)
        {
            yield return at;
        }
    }

    private static void Sum(ObjectiveNode node)
    {
        foreach (ObjectiveNode child in node.Children)
        {
            Sum(child);
        }

        node.Sum();
    }
}
