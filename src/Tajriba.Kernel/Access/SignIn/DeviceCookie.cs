using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Tajriba.Kernel.Access;

/// <summary>
/// Marks a browser that has signed in to an account, so that strangers who guess at the account slow down themselves and
/// not its owner (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
/// </summary>
public sealed class DeviceCookie(IDataProtectionProvider protection, ILookupNormalizer normalizer, TimeProvider time)
{
    private const string Name = "tajriba.device";
    private readonly IDataProtector protector = protection.CreateProtector("Tajriba.DeviceCookie");

    /// <summary>The browser's own token for this account, or null where it has none.</summary>
    public string? Read(HttpContext context, string? userName)
    {
        if (context.Request.Cookies[Name] is not { Length: < 2000 } text || userName is not { Length: <= 100 } || userName.Any(char.IsSurrogate))
        {
            return null;
        }

        try
        {
            return protector.Unprotect(text).Split('|', 2) is [var device, var account] && account == normalizer.NormalizeName(userName.Trim())
                ? device
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, Person person)
        => context.Response.Cookies.Append(Name, protector.Protect($"{Secrets.NewToken()}|{person.NormalizedUserName}"), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Expires = time.GetUtcNow().AddDays(365),
            IsEssential = true,
            Path = "/sign-in",
        });
}
