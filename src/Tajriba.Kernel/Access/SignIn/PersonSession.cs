using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Kernel.Access;

/// <summary>The signed-in session: a cookie that is checked against the open sessions and the person on every request.</summary>
public sealed class PersonSession
{
    public const string Cookie = "tajriba.session";

    private const string LinkClaim = "tajriba:link";
    private const string SecretClaim = "tajriba:session";
    private static readonly TimeSpan LinkLasts = TimeSpan.FromMinutes(30);

    private readonly SignInManager<Person> manager;
    private readonly OpenSessions sessions;
    private readonly TimeProvider time;

    internal PersonSession(SignInManager<Person> manager, OpenSessions sessions, TimeProvider time)
    {
        this.manager = manager;
        this.sessions = sessions;
        this.time = time;
    }

    /// <summary>Signs the person in with a cookie made afresh; whatever the browser held before is replaced.</summary>
    public Task SignInAsync(Person person, bool persistent) => SignInAsync(person, persistent, []);

    /// <summary>The same after a one-time link, which for half an hour stands in for the current password.</summary>
    public Task SignInByLinkAsync(Person person)
        => SignInAsync(person, false, [new(LinkClaim, time.GetUtcNow().ToUnixTimeSeconds().ToString())]);

    /// <summary>Whether the session began with a one-time link a short while ago.</summary>
    public bool CameByLink(ClaimsPrincipal principal)
        => long.TryParse(principal.FindFirstValue(LinkClaim), out var at)
            && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < LinkLasts;

    /// <summary>The person's open sessions, the one used last first.</summary>
    public Task<IReadOnlyList<OpenSession>> ListAsync(long personId, CancellationToken cancellationToken = default)
        => sessions.ListAsync(personId, manager.Context.User.FindFirstValue(SecretClaim), cancellationToken);

    /// <summary>Ends one of the person's own sessions, in whatever browser it is.</summary>
    /// <returns><see cref="AccessRefusal.Unknown"/> where the person has no such session.</returns>
    public Task<AccessRefusal?> EndAsync(long personId, long sessionId, CancellationToken cancellationToken = default)
        => sessions.EndAsync(personId, sessionId, cancellationToken);

    /// <summary>Ends the session at hand for whoever holds its cookie, and takes the cookie from this browser.</summary>
    public async Task SignOutAsync()
    {
        await EndCurrentAsync();
        await manager.SignOutAsync();
    }

    /// <summary>Ends every session of the person, in every browser.</summary>
    public async Task SignOutEverywhereAsync(Person person)
    {
        await manager.UserManager.UpdateSecurityStampAsync(person);
        await manager.SignOutAsync();
    }

    private async Task SignInAsync(Person person, bool persistent, IReadOnlyList<Claim> claims)
    {
        await EndCurrentAsync();
        var secret = await sessions.OpenAsync(person.Id, manager.Context.Request.Headers.UserAgent.ToString());
        await manager.SignInWithClaimsAsync(person, persistent, [.. claims, new(SecretClaim, secret)]);
        if (person.Preferences is { } preferences)
        {
            ReaderCookie.Write(manager.Context, preferences);
        }
    }

    private Task EndCurrentAsync()
        => manager.Context.User is var user && user.FindFirstValue(SecretClaim) is { } secret && long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? sessions.EndAsync(id, secret)
            : Task.CompletedTask;

    /// <summary>
    /// Rejects a session that was ended, or whose person is gone, deactivated or has a new password; else puts the person's
    /// rights on the request.
    /// </summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var grants = long.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<GrantReader>().FindAsync(id, context.HttpContext.RequestAborted)
            : null;
        var stamp = context.Principal?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        if (grants is not { Person.IsActive: true } || grants.Person.SecurityStamp != stamp
            || context.Principal?.FindFirstValue(SecretClaim) is not { } secret
            || !await services.GetRequiredService<OpenSessions>().IsOpenAsync(secret, id, context.HttpContext.RequestAborted))
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
