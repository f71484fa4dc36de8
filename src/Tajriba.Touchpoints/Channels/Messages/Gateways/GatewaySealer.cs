using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tajriba.Touchpoints.Channels.Messages.Gateways;

/// <summary>Seals passwords and keys of gateways for the database with the house's keys.</summary>
public sealed class GatewaySealer(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Tajriba.Messages.Secret");

    public string Seal(string secret) => protector.Protect(secret);

    /// <summary>The secret, or null where the key that sealed it is lost.</summary>
    public string? Open(string sealedText)
    {
        try
        {
            return protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
