namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>How one identifier leads to another.</summary>
public static class IdentityChain
{
    /// <summary>The fewest links that lead from one identifier of a person to another, the strongest first among equals; empty where none do.</summary>
    /// <param name="identity">The person.</param>
    /// <param name="from">Number of one identifier.</param>
    /// <param name="to">Number of the other.</param>
    public static IReadOnlyList<IdentityLink> Between(PersonIdentity identity, long from, long to)
    {
        IdentityLink[] links =
        [
            .. identity.Decisions.Where(d => d.Decision == HandDecision.Same && d.A.Person == d.B.Person)
                .Select(d => new IdentityLink(d.A, d.B, LinkReason.Hand, d.Position, d.Time, 1, LinkOutcome.Joined)),
            .. identity.Links.Where(l => l.Outcome == LinkOutcome.Joined).OrderBy(l => l.Reason),
        ];
        ILookup<long, IdentityLink> around = links.SelectMany(l => new[] { (l.A.Node.Number, l), (l.B.Node.Number, l) }).ToLookup(p => p.Number, p => p.l);
        var reachedBy = new Dictionary<long, IdentityLink?> { [from] = null };
        var waiting = new Queue<long>([from]);
        while (waiting.TryDequeue(out long node) && !reachedBy.ContainsKey(to))
        {
            foreach (IdentityLink link in around[node])
            {
                if (reachedBy.TryAdd(Other(link, node), link))
                {
                    waiting.Enqueue(Other(link, node));
                }
            }
        }

        var chain = new List<IdentityLink>();
        for (long node = to; reachedBy.GetValueOrDefault(node) is { } link; node = Other(link, node))
        {
            chain.Add(link.B.Node.Number == node ? link : link with { A = link.B, B = link.A });
        }

        chain.Reverse();
        return chain;
    }

    private static long Other(IdentityLink link, long node) => link.A.Node.Number == node ? link.B.Node.Number : link.A.Node.Number;
}
