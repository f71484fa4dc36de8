using System.Net;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>Asks the operating system, which also knows the old spellings of addresses (decimal, octal, hexadecimal).</summary>
internal sealed class SystemHostResolver : IHostResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => await Dns.GetHostAddressesAsync(host, cancellationToken);
}
