using System.Net;
using System.Net.Sockets;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>
/// Opens connections for requests whose address a person wrote. The name is resolved here, once, and the very address that
/// was judged is connected to, so that a name that changes its address in between (DNS rebinding) gains nothing.
/// </summary>
public sealed class GuardedConnector(IHostResolver resolver, AddressRules rules)
{
    /// <summary>Connects to one of the host's addresses that may be reached, in the resolver's order.</summary>
    /// <exception cref="AddressRefusedException">It has none.</exception>
    /// <exception cref="SocketException">The name has no address, or none of them answers.</exception>
    public ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken) =>
        UnsafePorts.Contains(target.Port) ? throw new AddressRefusedException() : ConnectAnyPortAsync(target, cancellationToken);

    /// <summary>The same for a caller that speaks the protocol of the port itself.</summary>
    /// <exception cref="AddressRefusedException">The host has no address that may be reached.</exception>
    /// <exception cref="SocketException">The name has no address, or none of them answers.</exception>
    public async ValueTask<Stream> ConnectAnyPortAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        string host = target.Host.Trim('[', ']');
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        if (addresses.Count == 0)
        {
            throw new SocketException((int)SocketError.NoData);
        }

        SocketException? failure = null;
        foreach (IPAddress address in addresses.Where(rules.MayReach))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                failure = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw failure ?? (Exception)new AddressRefusedException();
    }
}
