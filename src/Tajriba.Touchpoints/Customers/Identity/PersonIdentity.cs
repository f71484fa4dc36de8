namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Everything that is known of who a person is.</summary>
/// <param name="Person">Number of the person.</param>
/// <param name="Members">Its identifiers, in their order; <see cref="Identities.Most"/> of them at most.</param>
/// <param name="Count">How many it has in all.</param>
/// <param name="Links">Every link of any of those listed, the oldest first.</param>
/// <param name="Decisions">What persons decided of any of them and what holds.</param>
/// <param name="HasMoreLinks">There are more links than are listed.</param>
public sealed record PersonIdentity(
    long Person, IReadOnlyList<IdentityMember> Members, long Count, IReadOnlyList<IdentityLink> Links, IReadOnlyList<HandRule> Decisions, bool HasMoreLinks)
{
    /// <summary>There is more than is listed.</summary>
    public bool IsCut => HasMoreLinks || Members.Count < Count;

    /// <summary>The objects among the identifiers listed: their events are the person's history.</summary>
    public IReadOnlyList<long> Objects => [.. Members.Select(m => m.Node.Number).Where(n => n > 0)];
}
