namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>What became of one item.</summary>
/// <param name="MessageId">The client's id of it, or null.</param>
/// <param name="Reason">Why it is no event; none where it is one, now or since an earlier try.</param>
internal sealed record ItemResult(string? MessageId, RefusalReason Reason);
