namespace Tajriba.Kernel.Log;

/// <summary>An event as the log keeps it.</summary>
/// <param name="Position">Place in the log: dense, ascending, never reused.</param>
/// <param name="Source">Who told it.</param>
/// <param name="Id">The source's id of it.</param>
/// <param name="Name">Event name.</param>
/// <param name="Time">When it happened.</param>
/// <param name="ReceivedAt">When the log accepted it.</param>
/// <param name="Objects">What it concerns, subject first.</param>
/// <param name="Channel">Channel, or null.</param>
/// <param name="Unit">Unit's code, or null.</param>
/// <param name="Attributes">JSON object, or null.</param>
public sealed record LoggedEvent(
    long Position,
    string Source,
    string Id,
    string Name,
    DateTimeOffset Time,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<ObjectRef> Objects,
    string? Channel,
    string? Unit,
    string? Attributes);
