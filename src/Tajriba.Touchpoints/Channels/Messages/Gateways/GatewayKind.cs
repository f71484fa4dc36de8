namespace Tajriba.Touchpoints.Channels.Messages.Gateways;

public enum GatewayKind
{
    /// <summary>Sends nothing: messages are only kept, for trying out and for showing.</summary>
    Keep,

    /// <summary>An SMTP relay.</summary>
    Smtp,

    /// <summary>A provider's HTTP interface.</summary>
    Http,
}
