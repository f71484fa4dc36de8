namespace Tajriba.Kernel.Access;

/// <summary>Which lines of the trail to read; every part that is null leaves nothing out.</summary>
public sealed record AuditQuery
{
    public long? PersonId { get; init; }

    /// <summary>The action's beginning: <c>people.</c> or <c>people.add</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only lines older than this one.</summary>
    public long? BeforeId { get; init; }
}
