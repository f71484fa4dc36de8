using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>Whose certificates relays may show: those that the machine trusts, or where roots are configured those of these alone.</summary>
/// <param name="roots">PEM of an organization's own authorities; null for the machine's.</param>
public sealed class RelayTrust(string? roots)
{
    public SslClientAuthenticationOptions For(string host)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (roots is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPem(roots);
        }

        return options;
    }
}
