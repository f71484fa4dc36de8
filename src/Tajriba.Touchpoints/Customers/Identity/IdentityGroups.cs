using System.Runtime.InteropServices;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// Which identifiers are one person: a function of the links alone, whatever the order in which they became known. Links
/// are taken strongest first, equal ones by the order of their identifiers; one that would bring together two that a
/// person keeps apart is left out.
/// </summary>
internal static class IdentityGroups
{
    /// <summary>For each identifier the number of its person: that of the one in the group that precedes the others.</summary>
    /// <param name="nodes">The identifiers.</param>
    /// <param name="joints">What joins them, of identifiers among <paramref name="nodes"/>.</param>
    /// <param name="apart">What is never one; pairs beyond <paramref name="nodes"/> do not matter.</param>
    public static Dictionary<long, long> Of(
        IReadOnlyDictionary<long, IdentityRow> nodes, IEnumerable<(long A, long B, LinkReason Reason)> joints, IReadOnlyCollection<(long A, long B)> apart)
    {
        var groups = new Dictionary<long, Group>();
        foreach (IdentityRow row in nodes.Values)
        {
            groups.Add(row.Node.Number, new Group(row));
        }

        foreach ((long a, long b) in apart)
        {
            if (groups.TryGetValue(a, out Group? one) && groups.TryGetValue(b, out Group? other))
            {
                (one.Foes ??= []).Add(b);
                (other.Foes ??= []).Add(a);
            }
        }

        IEnumerable<(long A, long B, LinkReason Reason)> ordered = apart.Count == 0
            ? joints
            : joints.Select(j => nodes[j.B].Node.Precedes(nodes[j.A].Node) ? (j.B, j.A, j.Reason) : j)
                .OrderBy(j => j.Reason).ThenBy(j => nodes[j.Item1].Node, IdentityNode.Order).ThenBy(j => nodes[j.Item2].Node, IdentityNode.Order);
        foreach ((long a, long b, _) in ordered)
        {
            Group one = groups[a];
            Group other = groups[b];
            if (one != other && !AreFoes(one, other, groups))
            {
                Unite(one, other, groups);
            }
        }

        return groups.ToDictionary(g => g.Key, g => g.Value.First.Node.Number);
    }

    private static bool AreFoes(Group one, Group other, Dictionary<long, Group> groups) =>
        one.Foes is not null && other.Foes is not null && one.Foes.Exists(f => groups[f] == other);

    private static void Unite(Group one, Group other, Dictionary<long, Group> groups)
    {
        (Group large, Group small) = one.Members.Count >= other.Members.Count ? (one, other) : (other, one);
        foreach (long member in CollectionsMarshal.AsSpan(small.Members))
        {
            groups[member] = large;
        }

        large.Members.AddRange(small.Members);
        large.First = small.First.Precedes(large.First) ? small.First : large.First;
        if (small.Foes is not null)
        {
            (large.Foes ??= []).AddRange(small.Foes);
        }
    }

    private sealed class Group(IdentityRow first)
    {
        public IdentityRow First { get; set; } = first;

        public List<long> Members { get; } = [first.Node.Number];

        /// <summary>Identifiers that none of the members may be joined with.</summary>
        public List<long>? Foes { get; set; }
    }
}
