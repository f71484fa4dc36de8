using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Hands messages to gateways of one kind.</summary>
internal interface IMessageSender
{
    GatewayKind Kind { get; }

    /// <summary>One try. The message's key is the same on every try.</summary>
    Task<SendAnswer> SendAsync(Gateway gateway, OutgoingMessage message, CancellationToken cancellationToken);
}
