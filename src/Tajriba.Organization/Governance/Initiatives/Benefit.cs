namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>What an initiative should do to an indicator.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Unit">Code of the unit where it is done; null for the organization.</param>
/// <param name="Control">Code of a unit where it is not done, to compare with; null where it is done everywhere.</param>
/// <param name="Expected">By how much the indicator should move, in its own unit (0.1 for ten percent points); null where nothing was said.</param>
/// <param name="From">The first day on which it can show.</param>
public sealed record Benefit(string Indicator, string? Unit, string? Control, double? Expected, DateOnly From);
