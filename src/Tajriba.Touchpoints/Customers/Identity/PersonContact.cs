namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>An address or number by which a person is reached.</summary>
/// <param name="Address">In canonical form.</param>
/// <param name="IsVerified">A source vouched for it; else it was only given.</param>
public sealed record PersonContact(string Address, bool IsVerified);
