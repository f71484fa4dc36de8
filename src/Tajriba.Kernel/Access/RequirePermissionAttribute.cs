using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Kernel.Access;

/// <summary>Names the permission that a page or endpoint demands. Every route carries one or <c>[AllowAnonymous]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(string permission) : AuthorizeAttribute(PolicyPrefix + permission)
{
    public const string PolicyPrefix = "permission:";

    public string Permission { get; } = permission;
}

public static class PermissionEndpointConventions
{
    /// <summary>Demands <paramref name="permission"/> of whoever calls the endpoint.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new RequirePermissionAttribute(permission.Id));

    /// <summary>For whoever holds the permission over every unit; to all others there is nothing here.</summary>
    public static RouteGroupBuilder OverEveryUnit(this RouteGroupBuilder group, Permission permission) => group.AddEndpointFilter(async (context, next) =>
        context.HttpContext.RequestServices.GetRequiredService<ICurrentPerson>().ScopeOf(permission).IsEverything ? await next(context) : TypedResults.NotFound());
}
