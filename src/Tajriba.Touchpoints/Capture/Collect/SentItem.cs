using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>One item as a client sent it, its known members read and the rest left alone.</summary>
internal sealed class SentItem : MessageItem
{
    public CallKind Kind { get; set; }

    /// <summary>What a track call names its event.</summary>
    public string? Name { get; set; }

    public string? UserId { get; set; }

    public string? AnonymousId { get; set; }

    public string? PreviousId { get; set; }

    public string? GroupId { get; set; }

    public string? Timestamp { get; set; }

    public string? OriginalTimestamp { get; set; }

    /// <summary>The client's clock when it sent this, in microseconds since 1970; null where there is nothing to compare clocks with.</summary>
    public long? SentAt { get; set; }

    /// <summary>Where the members of <c>properties</c> lie, or of <c>traits</c>; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Properties { get; set; }

    /// <summary>Whether the log takes the text as an event's attributes.</summary>
    public bool IsSound { get; set; }
}
