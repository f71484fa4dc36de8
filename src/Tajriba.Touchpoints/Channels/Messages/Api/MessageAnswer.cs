namespace Tajriba.Touchpoints.Channels.Messages.Api;

/// <summary>A message as the API tells it: never its address, never its text.</summary>
internal sealed record MessageAnswer(
    long Id, string Customer, string Purpose, string Topic, string? Programme, string? Channel, long? Gateway, string? Language, string State, string? Reason, bool Counts, DateTimeOffset Made,
    DateTimeOffset? Due, DateTimeOffset? Sent, DateTimeOffset? NotAfter, int Tries, string? Error, string? Delivered)
{
    public static MessageAnswer Of(MessageRecord m) => new(
        m.Id, m.CustomerId, m.Purpose, m.Topic, m.Programme, m.Channel, m.GatewayId, m.Language, MessageStore.Code(m.State), m.Reason, m.Counts, m.Made,
        m.State == MessageState.Suppressed ? null : m.Due, m.Sent, m.NotAfter, m.Tries, m.Error, m.Delivered);
}
