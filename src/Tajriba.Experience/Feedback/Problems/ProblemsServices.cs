using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Problems.Facts;
using Tajriba.Experience.Feedback.Problems.Look;
using Tajriba.Experience.Feedback.Problems.Watch;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>The causes behind cases: owned, mended and checked.</summary>
internal static class ProblemsServices
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<ProblemStore>();
        services.AddSingleton<ProblemCases>();
        services.AddSingleton<ProblemCharts>();
        services.AddScoped<ProblemReader>();
        services.AddScoped<IWaitingSource, ProblemWaiting>();
        services.AddLogSubscriber<CaseLearner>();
        services.AddJob<ProblemJob>(ProblemJob.Name, JobSchedule.Every(TimeSpan.FromSeconds(15)));
        return services;
    }

    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapProblemPages();
        routes.MapProblemApi();
    }
}
