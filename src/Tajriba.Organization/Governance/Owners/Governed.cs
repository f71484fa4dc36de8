namespace Tajriba.Organization.Governance.Owners;

/// <summary>Something that somebody should answer for.</summary>
/// <param name="Key">Its kind and its own name, as the room keeps it: <c>journey:3</c>.</param>
/// <param name="Kind">What it is, one of <see cref="GovernedKind"/>.</param>
/// <param name="Name">What the reader calls it.</param>
/// <param name="Path">Its page, or null.</param>
public sealed record Governed(string Key, string Kind, string Name, string? Path);
