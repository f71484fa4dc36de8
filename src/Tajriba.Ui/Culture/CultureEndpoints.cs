using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui.Culture;

internal static class CultureEndpoints
{
    /// <summary>Maps <c>POST /culture</c> (form: <c>language</c>, <c>returnUrl</c>), which switches the reader's language.</summary>
    public static void MapCulture(this IEndpointRouteBuilder routes)
        => routes.MapPost("/culture", SwitchAsync)
            .WithName("SwitchLanguage")
            .WithSummary("Switches the reader's language and returns to the page.")
            .ExcludeFromDescription()
            .AllowAnonymous();

    private static async Task<Results<RedirectHttpResult, BadRequest>> SwitchAsync(
        [FromForm] string language, [FromForm] string? returnUrl, HttpContext context, IReaderPreferences reader)
    {
        if (!ReaderPreferences.Languages.Contains(language))
        {
            return TypedResults.BadRequest();
        }

        var before = reader.Current;
        var usual = ReaderPreferences.Of(language);
        var keepsZone = before.TimeZone != ReaderPreferences.Of(before.Language).TimeZone;
        var preferences = keepsZone ? usual with { TimeZone = before.TimeZone } : usual;
        context.Response.Cookies.Append(ReaderPreferences.Cookie, preferences.ToString(), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        });
        if (context.RequestServices.GetService<IPreferenceKeeper>() is { } keeper)
        {
            await keeper.KeepAsync(preferences, context.RequestAborted);
        }

        return TypedResults.LocalRedirect(LocalPath(returnUrl));
    }

    /// <summary>The path if it stays within the site, else the home page.</summary>
    public static string LocalPath(string? url)
        => url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal) && !url.Any(char.IsControl)
            ? url
            : "/";
}
