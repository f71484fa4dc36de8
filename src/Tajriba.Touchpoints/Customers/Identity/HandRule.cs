namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What a person decided of two identifiers and holds.</summary>
/// <param name="A">One of them.</param>
/// <param name="B">The other.</param>
/// <param name="Decision">They are one, or never.</param>
/// <param name="Position">The event of the decision.</param>
/// <param name="Time">When it was taken.</param>
public sealed record HandRule(IdentityMember A, IdentityMember B, HandDecision Decision, long Position, DateTimeOffset Time);
