using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Sends nothing: the message stays on record with its text, to be read on its page.</summary>
internal sealed class KeepSender : IMessageSender
{
    public GatewayKind Kind => GatewayKind.Keep;

    public Task<SendAnswer> SendAsync(Gateway gateway, OutgoingMessage message, CancellationToken cancellationToken) => Task.FromResult(new SendAnswer(SendOutcome.Taken));
}
