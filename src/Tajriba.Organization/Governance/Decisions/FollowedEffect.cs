namespace Tajriba.Organization.Governance.Decisions;

/// <summary>By what it will be seen what something did.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Unit">Code of the unit, with all below it; null for the organization.</param>
/// <param name="From">The first day on which the effect can be seen.</param>
public sealed record FollowedEffect(string Indicator, string? Unit, DateOnly From);
