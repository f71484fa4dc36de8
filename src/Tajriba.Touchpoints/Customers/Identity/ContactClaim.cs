namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>An address or number that an event ascribes to whom it concerns.</summary>
/// <param name="Kind">E-mail or phone.</param>
/// <param name="Value">As it was written.</param>
/// <param name="Verified">The event says that it was verified.</param>
/// <param name="IsTrait">It stands among the person's traits, not among what happened.</param>
internal readonly record struct ContactClaim(IdentifierKind Kind, string Value, bool Verified, bool IsTrait);
