using System.Net;
using Tajriba.Touchpoints.Channels.Webhooks.Sending;

namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>
/// What an address must be to be kept. It only tells early what cannot work; whether the host's address may be reached is
/// decided at each connection, by <see cref="GuardedConnector"/>.
/// </summary>
public sealed class WebhookUrl(WebhookOptions options, AddressRules rules)
{
    public const int Longest = 2048;

    public WebhookFault Fault(string text)
    {
        if (text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Host.Length == 0)
        {
            return WebhookFault.Url;
        }

        if (url.Scheme != Uri.UriSchemeHttps && !(options.AllowHttp && url.Scheme == Uri.UriSchemeHttp))
        {
            return WebhookFault.Scheme;
        }

        if (url.UserInfo.Length > 0)
        {
            return WebhookFault.Credentials;
        }

        if (UnsafePorts.Contains(url.Port))
        {
            return WebhookFault.Port;
        }

        return IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out IPAddress? address) && !rules.MayReach(address) ? WebhookFault.Address : WebhookFault.None;
    }
}
