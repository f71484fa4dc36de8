using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Kernel.Access;

/// <summary>The signed-in session: a cookie that is checked against the person on every request.</summary>
public sealed class PersonSession(SignInManager<Person> manager)
{
    public const string Cookie = "tajriba.session";

    /// <summary>Signs the person in with a cookie made afresh; whatever the browser held before is replaced.</summary>
    public Task SignInAsync(Person person, bool persistent) => manager.SignInAsync(person, persistent);

    public Task SignOutAsync() => manager.SignOutAsync();

    /// <summary>Gives this browser a cookie that survives the person's change of password.</summary>
    public Task RenewAsync(Person person) => manager.RefreshSignInAsync(person);

    /// <summary>Rejects a session whose person is gone, deactivated or has a new password; else puts the person's rights on the request.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var grants = long.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<GrantReader>().FindAsync(id, context.HttpContext.RequestAborted)
            : null;
        var stamp = context.Principal?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        if (grants is not { Person.IsActive: true } || grants.Person.SecurityStamp != stamp)
        {
            context.RejectPrincipal();
            return;
        }

        context.HttpContext.Features.Set(grants);
    }

    /// <summary>Pages lead to the sign-in page; everything else gets a plain 401.</summary>
    internal static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsPage(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    internal static Task ForbidAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpRequest request)
        => HttpMethods.IsGet(request.Method)
            && !request.Path.StartsWithSegments("/api")
            && request.Headers.Accept.Any(accept => accept is not null && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
