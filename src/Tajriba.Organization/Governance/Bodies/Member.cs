namespace Tajriba.Organization.Governance.Bodies;

/// <summary>Somebody who sits in a body.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Seat">Their part.</param>
public sealed record Member(long Person, Seat Seat);
