namespace Tajriba.Leadership.Leadership.Leaders;

/// <summary>Somebody who leads a part of the organization, and what is expected.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Role">What the person leads, in words.</param>
/// <param name="Unit">Code of the unit led; null for the organization.</param>
/// <param name="Since">The first day of it: no hours are expected before.</param>
/// <param name="Hours">Hours with customers that are expected in a month.</param>
public sealed record Leader(long Person, string Role, string? Unit, DateOnly Since, decimal Hours);
