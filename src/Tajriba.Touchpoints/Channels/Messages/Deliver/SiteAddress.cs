using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tajriba.Kernel.Settings;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Makes full addresses where there is no request: by the configured address, else by what this node listens on.</summary>
public sealed class SiteAddress(PublicAddress configured, IServer server)
{
    /// <summary>Ends with a slash.</summary>
    public Uri Base => configured.Configured
        ?? (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening && Uri.TryCreate(listening, UriKind.Absolute, out Uri? address)
            ? address
            : new Uri("http://localhost/"));

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => Base.GetLeftPart(UriPartial.Authority) + path;
}
