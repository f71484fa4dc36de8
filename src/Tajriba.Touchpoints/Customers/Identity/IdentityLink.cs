namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Why two identifiers are one, or are not though they were told of together.</summary>
/// <param name="A">One of them.</param>
/// <param name="B">The other.</param>
/// <param name="Reason">What the log, or a person, says.</param>
/// <param name="Position">The event that says so first.</param>
/// <param name="Time">Its time.</param>
/// <param name="Count">How many events say so.</param>
/// <param name="Outcome">What follows.</param>
public sealed record IdentityLink(IdentityMember A, IdentityMember B, LinkReason Reason, long Position, DateTimeOffset Time, long Count, LinkOutcome Outcome)
{
    /// <summary>The two are one former id, of which the source did not say whether it is a customer's or a visitor's.</summary>
    public bool IsSameId => Reason == LinkReason.Alias && A.Node.Id == B.Node.Id;
}
