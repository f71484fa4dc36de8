using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Channels;

/// <summary>What a person may do in this room.</summary>
public static class ChannelsPermissions
{
    public const string WebhooksId = "channels.webhooks";
    public const string ViewId = "channels.view";
    public const string GatewaysId = "channels.gateways";

    /// <summary>See webhooks and what they sent, make, change and end them.</summary>
    public static Permission Webhooks { get; } = new(WebhooksId);

    /// <summary>See messages to customers, also those that were not sent: on a customer's page within the units held, all of them over every unit.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Change gateways and the rules of attention.</summary>
    public static Permission Gateways { get; } = new(GatewaysId);
}
