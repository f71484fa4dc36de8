using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tajriba.Touchpoints.Channels.Webhooks.Signing;

/// <summary>Seals secrets for the database with the house's keys: signing needs the secret itself, so that a hash would not do.</summary>
public sealed class SecretSealer(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Tajriba.Webhooks.Secret");

    public string Seal(WebhookSecret secret) => protector.Protect(secret.Reveal());

    /// <summary>The secret, or null where the key that sealed it is lost.</summary>
    public WebhookSecret? Open(string sealedText)
    {
        try
        {
            return WebhookSecret.Parse(protector.Unprotect(sealedText));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
