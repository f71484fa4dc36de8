using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>A delivery as the API shows it.</summary>
internal sealed record DeliveryAnswer(
    long Id, string MessageId, long? Position, string Event, string State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextAttempt, DateTimeOffset? LastAttempt,
    int? Status, string? Fault, double? Milliseconds, string? Answer)
{
    public static DeliveryAnswer Of(Delivery delivery) => new(
        delivery.Id, delivery.MessageId, delivery.Position, delivery.Event, DeliveryRow.Code(delivery.State), delivery.Attempts, delivery.CreatedAt,
        delivery.State == DeliveryState.Waiting ? delivery.Due : null, delivery.Last?.At, delivery.Last?.Answer.Status,
        delivery.Last?.Answer.Fault is { } fault and not SendFault.None ? fault.ToString() : null,
        delivery.Last?.Answer.Elapsed.TotalMilliseconds, delivery.Last?.Answer.Excerpt);
}
