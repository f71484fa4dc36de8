using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Capture;

/// <summary>What endpoints of this room ask of every call before they do anything.</summary>
internal static class ApiGuards
{
    /// <summary>For whoever holds the permission over every unit; to all others there is nothing here.</summary>
    public static RouteGroupBuilder OverEveryUnit(this RouteGroupBuilder group, Permission permission)
    {
        group.AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetService(typeof(ICurrentPerson)) is ICurrentPerson person && person.ScopeOf(permission).IsEverything
                ? await next(context)
                : TypedResults.NotFound());
        return group;
    }

    /// <summary>A query parameter that the endpoint does not know is a mistake of the caller, and named.</summary>
    public static RouteHandlerBuilder Parameters(this RouteHandlerBuilder route, params string[] known) =>
        route.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Query.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.Ordinal)) is { } unknown
                ? TypedResults.Problem($"Unknown parameter '{unknown}'.", statusCode: StatusCodes.Status400BadRequest)
                : await next(context));
}
