using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Kernel.Access;

/// <summary>
/// Marks a browser that has signed in to an account, so that strangers who guess at the account slow down themselves and
/// not its owner (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
/// </summary>
public sealed class DeviceCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Name = "tajriba.device";
    private readonly IDataProtector protector = protection.CreateProtector("Tajriba.DeviceCookie");

    /// <summary>The browser's own token for this account, or null where it has none.</summary>
    public string? Read(HttpContext context, string? normalizedUserName)
    {
        if (context.Request.Cookies[Name] is not { Length: < 2000 } text)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(text).Split('|', 2) is [var device, var account] && account == normalizedUserName ? device : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, string normalizedUserName)
        => context.Response.Cookies.Append(Name, protector.Protect($"{Secrets.NewToken()}|{normalizedUserName}"), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Expires = time.GetUtcNow().AddDays(365),
            IsEssential = true,
            Path = "/sign-in",
        });
}
