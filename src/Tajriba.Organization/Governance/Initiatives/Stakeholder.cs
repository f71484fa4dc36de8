namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>Somebody whom a change concerns.</summary>
/// <param name="Who">Who, in words: a group, a unit, a person.</param>
/// <param name="Stance">Where they stand.</param>
/// <param name="Concern">What they fear.</param>
/// <param name="Answer">What is told them, how and when.</param>
public sealed record Stakeholder(string Who, Stance Stance, string Concern, string Answer);
