namespace Tajriba.Organization.Processes.Inventory;

/// <summary>A journey that a process serves.</summary>
/// <param name="Journey">Number of the journey.</param>
/// <param name="Steps">The events of it that happen in the process; none for all.</param>
public sealed record LinkedJourney(long Journey, IReadOnlyList<string> Steps);
