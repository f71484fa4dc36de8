namespace Tajriba.Kernel.Log;

/// <summary>An event on its way into the log.</summary>
public sealed record NewEvent
{
    /// <summary>Who tells it: an import, a write key, a room (<c>room:journeys</c>), the demo.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id of the event; (source, id) names an event for ever. At most 100 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Event name as the source wrote it (<c>Service Completed</c>). At most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What it concerns, the subject (normally the customer) first. At least one.</summary>
    public required IReadOnlyList<ObjectRef> Objects { get; init; }

    public string? Channel { get; init; }

    /// <summary>Code of the organizational unit where it happened.</summary>
    public string? Unit { get; init; }

    /// <summary>A JSON object of everything else, or null. Kept as written.</summary>
    public string? Attributes { get; init; }
}
