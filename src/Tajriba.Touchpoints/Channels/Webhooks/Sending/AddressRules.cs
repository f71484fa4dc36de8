using System.Net;
using System.Net.Sockets;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>
/// Which internet addresses may be reached: those that IANA's registries of special-purpose addresses (RFC 6890 and its
/// successors) call globally reachable, and the networks that the configuration names. Of IPv6 only 2000::/3 is in use for
/// that; addresses that carry an IPv4 address within are judged by it, or refused with their tunnel (6to4, Teredo).
/// </summary>
public sealed class AddressRules
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8",        // this network
            "10.0.0.0/8",       // private
            "100.64.0.0/10",    // shared by carriers
            "127.0.0.0/8",      // loopback
            "169.254.0.0/16",   // link-local, with the clouds' metadata services
            "172.16.0.0/12",    // private
            "192.0.0.0/24",     // protocol assignments
            "192.0.2.0/24",     // documentation
            "192.88.99.0/24",   // 6to4 relays
            "192.168.0.0/16",   // private
            "198.18.0.0/15",    // benchmarks
            "198.51.100.0/24",  // documentation
            "203.0.113.0/24",   // documentation
            "224.0.0.0/4",      // multicast
            "240.0.0.0/4",      // reserved, and broadcast
            "2001::/23",        // protocol assignments, with Teredo
            "2001:db8::/32",    // documentation
            "2002::/16",        // 6to4
            "3fff::/20",        // documentation
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private readonly IPNetwork[] allowed;

    /// <param name="allowed">Networks as CIDR that are reached although they are not public.</param>
    /// <exception cref="FormatException">One of them is not a network.</exception>
    public AddressRules(IEnumerable<string> allowed) => this.allowed = [.. allowed.Select(IPNetwork.Parse)];

    public bool MayReach(IPAddress address)
    {
        IPAddress bare = Bare(address);
        return allowed.Any(network => network.Contains(bare)) || IsPublic(bare);
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || (address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId == 0 && GlobalUnicast.Contains(address)))
        && !NotPublic.Any(network => network.Contains(address));

    /// <summary>The IPv4 address to which a packet really goes: IPv4-mapped, or translated by NAT64.</summary>
    private static IPAddress Bare(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : address;
}
