using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Programmes and invitations.</summary>
internal static class InviteServices
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddInvite(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<Population>();
        services.AddSingleton<ProgrammePreview>();
        services.AddSingleton<ProgrammeTrial>();
        services.AddLogSubscriber<InviteListener>();
        services.AddJob<InviteJob>("surveys.invite", JobSchedule.Every(Often));
        services.AddJob<ScheduleJob>("surveys.schedules", JobSchedule.Every(Often));
        services.AddJob<InvitePurge>("surveys.purge-invitations", JobSchedule.Every(TimeSpan.FromHours(6)));
        return services;
    }

    public static void MapInvite(this IEndpointRouteBuilder routes)
    {
        routes.MapProgrammes();
        routes.MapProgrammeApi();
    }
}
