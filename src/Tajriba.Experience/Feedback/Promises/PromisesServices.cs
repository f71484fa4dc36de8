using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Experience.Feedback.Promises;

/// <summary>By when customers are answered: calendars, goals and ready answers.</summary>
internal static class PromisesServices
{
    public static IServiceCollection AddPromises(this IServiceCollection services) => services;

    public static void MapPromises(this IEndpointRouteBuilder routes)
    {
    }
}
