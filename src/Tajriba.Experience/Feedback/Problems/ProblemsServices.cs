using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>The causes behind cases: owned, mended and checked.</summary>
internal static class ProblemsServices
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services;

    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
    }
}
