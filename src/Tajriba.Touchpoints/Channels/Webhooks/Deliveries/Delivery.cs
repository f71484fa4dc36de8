using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

/// <summary>One event on its way to one webhook.</summary>
/// <param name="Id">Its number.</param>
/// <param name="WebhookId">Where it goes.</param>
/// <param name="Position">The event's place in the log; null for a test.</param>
/// <param name="MessageId">The <c>webhook-id</c>, the same at every attempt.</param>
/// <param name="Event">The event's name.</param>
/// <param name="State">Whether it has arrived.</param>
/// <param name="Attempts">Attempts made since it was written or last replayed.</param>
/// <param name="Due">When the next attempt is due.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="Last">How the last attempt went; null before the first.</param>
public sealed record Delivery(
    long Id, long WebhookId, long? Position, string MessageId, string Event, DeliveryState State, int Attempts, DateTimeOffset Due, DateTimeOffset CreatedAt, Attempt? Last);

/// <summary>One attempt.</summary>
/// <param name="At">When it began.</param>
/// <param name="Answer">What came of it.</param>
public sealed record Attempt(DateTimeOffset At, Answer Answer);
