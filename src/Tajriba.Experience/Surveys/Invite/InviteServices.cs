using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Programmes and invitations.</summary>
internal static class InviteServices
{
    public static IServiceCollection AddInvite(this IServiceCollection services) => services;

    public static void MapInvite(this IEndpointRouteBuilder routes) => ArgumentNullException.ThrowIfNull(routes);
}
