namespace Tajriba.Touchpoints.Customers.Directory;

/// <summary>A customer or employee in short.</summary>
/// <param name="Number">The log's number of it.</param>
/// <param name="Id">Identifier in the source's words.</param>
/// <param name="Events">Events that concern it.</param>
/// <param name="FirstSeen">Time of the earliest.</param>
/// <param name="LastSeen">Time of the latest.</param>
public sealed record DirectoryEntry(long Number, string Id, long Events, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);
