using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases.Watch;
using Tajriba.Experience.Feedback.Cases.Work;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Feedback that has to be answered: routed, worked on and closed.</summary>
internal static class CasesServices
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<CasePromises>();
        services.AddSingleton<CaseNotices>();
        services.AddSingleton<CaseWatch>();
        services.AddScoped<CaseSupervisors>();
        services.AddScoped<CaseAlerts>();
        services.AddJob<CaseJob>(CaseJob.Name, JobSchedule.Every(TimeSpan.FromSeconds(30)));
        services.AddSingleton<ICases, CaseStore>();
        services.AddSingleton<CaseList>();
        services.AddSingleton<CaseDrafts>();
        services.AddScoped<CaseReader>();
        services.AddScoped<CaseWork>();
        services.AddScoped<CaseAnswers>();
        services.AddScoped<IWaitingSource, CaseWaiting>();
        return services;
    }

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapCaseDeeds();
        routes.MapCaseApi();
    }
}
