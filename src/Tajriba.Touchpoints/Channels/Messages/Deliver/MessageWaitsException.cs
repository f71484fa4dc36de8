namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Tells the outbox that another try is due.</summary>
internal sealed class MessageWaitsException(string message) : Exception(message);
