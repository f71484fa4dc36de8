using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tajriba.Kernel.Access;

namespace Tajriba.Host.SignIn;

internal static class SignOutEndpoints
{
    public static void MapSignOut(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", SignOutAsync)
            .WithName("SignOut")
            .WithSummary("Ends the session in this browser.")
            .ExcludeFromDescription()
            .RequireAuthorization();
        routes.MapPost("/sign-out/everywhere", SignOutEverywhereAsync)
            .WithName("SignOutEverywhere")
            .WithSummary("Ends the person's sessions in every browser.")
            .ExcludeFromDescription()
            .RequireAuthorization();
        routes.MapPost("/sign-out/session", EndSessionAsync)
            .WithName("EndSession")
            .WithSummary("Ends one of the person's sessions, in whatever browser it is.")
            .ExcludeFromDescription()
            .RequireAuthorization();
    }

    // A form parameter, even an unused one, is what makes the framework demand the form's token.
    private static async Task<RedirectHttpResult> SignOutAsync(PersonSession session, [FromForm] string? returnUrl)
    {
        await session.SignOutAsync();
        return TypedResults.LocalRedirect(LocalUrl.Of(returnUrl ?? "/sign-in"));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> EndSessionAsync(PersonSession session, ICurrentPerson person, [FromForm] long id)
        => await session.EndAsync(person.Id, id) is null ? TypedResults.LocalRedirect("/preferences?done=session") : TypedResults.NotFound();

    private static async Task<RedirectHttpResult> SignOutEverywhereAsync(
        PersonSession session, UserManager<Person> persons, ClaimsPrincipal principal, [FromForm] string? returnUrl)
    {
        if (await persons.GetUserAsync(principal) is { } person)
        {
            await session.SignOutEverywhereAsync(person);
        }

        return TypedResults.LocalRedirect(LocalUrl.Of(returnUrl ?? "/sign-in"));
    }
}
