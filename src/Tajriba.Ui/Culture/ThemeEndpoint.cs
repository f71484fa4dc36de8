using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Tajriba.Ui.Culture;

/// <summary>Light, dark or as the reader's system says.</summary>
internal static class ThemeEndpoint
{
    private const string Cookie = "tajriba.theme";

    /// <summary><c>light</c>, <c>dark</c>, or null where the reader's system decides.</summary>
    public static string? Of(HttpContext? context) => context?.Request.Cookies[Cookie] is ("light" or "dark") and var theme ? theme : null;

    public static void MapTheme(this IEndpointRouteBuilder routes)
        => routes.MapPost("/theme", Switch)
            .WithName("SwitchTheme")
            .WithSummary("Switches between light, dark and automatic appearance and returns to the page.")
            .ExcludeFromDescription()
            .AllowAnonymous();

    private static RedirectHttpResult Switch([FromForm] string theme, [FromForm] string? returnUrl, HttpContext context)
    {
        if (theme is "light" or "dark")
        {
            context.Response.Cookies.Append(Cookie, theme, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(400),
                IsEssential = true,
            });
        }
        else
        {
            context.Response.Cookies.Delete(Cookie);
        }

        return TypedResults.LocalRedirect(CultureEndpoints.LocalPath(returnUrl));
    }
}
