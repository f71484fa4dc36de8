using System.Net;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>Finds the addresses behind the name of a host.</summary>
public interface IHostResolver
{
    /// <exception cref="System.Net.Sockets.SocketException">The name has none.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
