using System.Net;
using System.Net.Sockets;

namespace Tajriba.Kernel.Access;

/// <summary>What failed tries are counted by, and how patient the house is with it.</summary>
/// <param name="Text">Unhashed key.</param>
/// <param name="Free">Failures without a wait.</param>
/// <param name="Longest">The longest wait.</param>
/// <param name="Forgiving">Time after which one failure is forgotten.</param>
internal sealed record AttemptKey(string Text, int Free, TimeSpan Longest, TimeSpan Forgiving)
{
    /// <summary>
    /// Tries on an account from browsers that never signed in to it. The wait stays short enough that an attacker who
    /// keeps it running cannot keep the owner out, and long enough that 12 characters are never guessed.
    /// </summary>
    public static AttemptKey Account(string normalizedUserName)
        => new($"account:{normalizedUserName}", 5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));

    /// <summary>Tries from a browser that has signed in to the account before; nobody else can spend them.</summary>
    public static AttemptKey Device(string device)
        => new($"device:{device}", 5, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(10));

    /// <summary>Tries from one address; an IPv6 customer holds a /64. A whole office may stand behind it.</summary>
    public static AttemptKey Address(IPAddress? address)
        => new($"address:{Network(address)}", 30, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(20));

    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "none";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, 8))
            : plain.ToString();
    }
}
