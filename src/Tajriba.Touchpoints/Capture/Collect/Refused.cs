namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Something sent with a good key that did not become an event.</summary>
/// <param name="Id">Its number.</param>
/// <param name="SourceId">Who sent it.</param>
/// <param name="Call">By which call (<c>batch</c>, <c>track</c>, ...), so that it can be told again.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Raw">What was sent, byte for byte.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="ReplayedAt">When it was told again with success; null while it was not.</param>
public sealed record Refused(long Id, long SourceId, string Call, RefusalReason Reason, byte[] Raw, DateTimeOffset ReceivedAt, DateTimeOffset? ReplayedAt)
{
    /// <summary>The call of what was one item of a batch.</summary>
    public const string Item = "item";
}
