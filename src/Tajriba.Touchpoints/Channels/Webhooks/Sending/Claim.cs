namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>A delivery that this node has taken upon itself for a while.</summary>
/// <param name="Id">The delivery's number.</param>
/// <param name="WebhookId">Where it goes.</param>
/// <param name="Position">The event's place in the log; null for a test.</param>
/// <param name="MessageId">The <c>webhook-id</c>.</param>
/// <param name="Payload">A test's own text; null where it is made from the event.</param>
/// <param name="Attempts">Attempts that failed before.</param>
/// <param name="Lease">By which the result is accepted, so that no other node's is.</param>
public sealed record Claim(long Id, long WebhookId, long? Position, string MessageId, string? Payload, int Attempts, string Lease);
