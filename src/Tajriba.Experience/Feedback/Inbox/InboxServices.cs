using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Feedback as it comes in: read, searched and sorted.</summary>
internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services;

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
    }
}
