namespace Tajriba.Touchpoints.Capture.Feedback;

/// <summary>What a system tells of something that a customer said, read and sound.</summary>
internal sealed class ToldFeedback
{
    public string? Text { get; set; }

    public string? Kind { get; set; }

    public int? Rating { get; set; }

    public string? Language { get; set; }

    public string? Step { get; set; }

    /// <summary>What the sender calls it.</summary>
    public string? Reference { get; set; }

    public string? Unit { get; set; }

    public string? Channel { get; set; }

    public string? MessageId { get; set; }

    /// <summary>The sender's id of the customer.</summary>
    public string? Customer { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>When, in microseconds since 1970; null where it does not say.</summary>
    public long? Time { get; set; }
}
