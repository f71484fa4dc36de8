using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Channels;

/// <summary>What a person may do in this room.</summary>
public static class ChannelsPermissions
{
    public const string WebhooksId = "channels.webhooks";

    /// <summary>See webhooks and what they sent, make, change and end them.</summary>
    public static Permission Webhooks { get; } = new(WebhooksId);
}
