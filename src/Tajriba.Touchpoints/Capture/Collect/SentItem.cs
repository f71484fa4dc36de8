namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>One item as a client sent it, its known members read and the rest left alone.</summary>
internal sealed class SentItem
{
    public CallKind Kind { get; set; }

    /// <summary>The item's own text.</summary>
    public ReadOnlyMemory<byte> Raw { get; set; }

    public string? Event { get; set; }

    public string? UserId { get; set; }

    public string? AnonymousId { get; set; }

    public string? PreviousId { get; set; }

    public string? GroupId { get; set; }

    public string? MessageId { get; set; }

    public string? Timestamp { get; set; }

    public string? OriginalTimestamp { get; set; }

    public string? SentAt { get; set; }

    /// <summary>Where the members of <c>properties</c> lie, or of <c>traits</c>; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Properties { get; set; }

    /// <summary>Whether the log takes the text as an event's attributes.</summary>
    public bool IsSound { get; set; }

    public RefusalReason Refusal { get; set; }
}
