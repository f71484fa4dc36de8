namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Everything that is known of who a person is.</summary>
/// <param name="Person">Number of the person.</param>
/// <param name="Members">Its identifiers, in their order.</param>
/// <param name="Links">Every link of any of them, the oldest first.</param>
/// <param name="Decisions">What persons decided of any of them and what holds.</param>
/// <param name="IsCut">There is more than is listed.</param>
public sealed record PersonIdentity(long Person, IReadOnlyList<IdentityMember> Members, IReadOnlyList<IdentityLink> Links, IReadOnlyList<HandRule> Decisions, bool IsCut)
{
    /// <summary>The objects whose events are the person's history.</summary>
    public IReadOnlyList<long> Objects => [.. Members.Select(m => m.Node.Number).Where(n => n > 0)];
}
