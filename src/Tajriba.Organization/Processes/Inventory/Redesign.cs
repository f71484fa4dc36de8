namespace Tajriba.Organization.Processes.Inventory;

/// <summary>What was changed about a process, and since when.</summary>
/// <param name="On">The first day on which it works the new way.</param>
/// <param name="What">What was changed.</param>
/// <param name="Indicator">Key of the indicator by which it is seen.</param>
/// <param name="Unit">Code of the unit; null for the organization.</param>
public sealed record Redesign(DateOnly On, string What, string Indicator, string? Unit);
