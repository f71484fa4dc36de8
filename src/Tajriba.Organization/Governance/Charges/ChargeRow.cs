namespace Tajriba.Organization.Governance.Charges;

/// <summary>One row of the matrix.</summary>
/// <param name="Key">What it is about, as the room keeps it: <c>journey:3</c>.</param>
/// <param name="Kind">Its kind: one of <see cref="Owners.GovernedKind"/>, or <c>decision</c>.</param>
/// <param name="Name">What the reader calls it.</param>
/// <param name="Path">Its page, or null.</param>
/// <param name="Version">The version of the assignment; 0 where there is none.</param>
/// <param name="Assignment">Who has which part.</param>
public sealed record ChargeRow(string Key, string Kind, string Name, string? Path, int Version, Assignment Assignment);
