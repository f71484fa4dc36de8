using Microsoft.AspNetCore.Http;

namespace Tajriba.Kernel.Access;

/// <summary>Keeps preferences in the browser, so that the sign-in page already speaks the reader's language.</summary>
public static class ReaderCookie
{
    public static void Write(HttpContext context, ReaderPreferences preferences)
        => context.Response.Cookies.Append(ReaderPreferences.Cookie, preferences.ToString(), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        });
}
