namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>What became of one item, for clients that ask with <c>strict=1</c>.</summary>
/// <param name="MessageId">The client's id of it.</param>
/// <param name="Accepted">Whether it is kept as an event, now or since an earlier try.</param>
/// <param name="Reason">Why not.</param>
internal sealed record ItemResult(string? MessageId, bool Accepted, string? Reason);
