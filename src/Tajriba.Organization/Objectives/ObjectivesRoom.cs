using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Objectives.Api;
using Tajriba.Organization.Objectives.Follow;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Reviews;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Organization.Objectives.Write;

namespace Tajriba.Organization.Objectives;

/// <summary>What the house wants to be so by the end of a cycle, by what it is seen, and how it stands: objectives and key results that measure themselves.</summary>
public sealed class ObjectivesRoom : Room
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(10);

    public override string Name => "objectives";

    public override Layer Layer => Layer.Organization;

    public override string SchemaPrefix => "Tajriba.Organization.Objectives.Storage";

    public override IReadOnlyList<Permission> Permissions => [ObjectivePermissions.View, ObjectivePermissions.Manage];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("objectives", typeof(ObjectivesRoom), "Objectives", "target-arrow", ObjectivePermissions.View, 5)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ObjectiveBook>();
        services.AddSingleton<ResultReader>();
        services.AddSingleton<ObjectiveTrees>();
        services.AddSingleton<ReachedStore>();
        services.AddSingleton<ReminderStore>();
        services.AddScoped<ReminderLetters>();
        services.AddSingleton<IObjectives, ObjectiveProposals>();
        services.AddScoped<ObjectiveReader>();
        services.AddScoped<ResultWords>();
        services.AddScoped<ReviewReader>();
        services.AddScoped<IWaitingSource, CheckinWaiting>();
        services.AddJob<ReachedJob>(ReachedJob.Name, JobSchedule.Every(Often));
        services.AddJob<ReminderJob>(ReminderJob.Name, JobSchedule.Every(Seldom));
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/objectives").RequirePermission(ObjectivePermissions.Manage).ExcludeFromDescription();
        group.MapWrite();
        group.MapCycles();
        group.MapReviews();

        RouteGroupBuilder everybody = routes.MapGroup("/objectives").RequirePermission(ObjectivePermissions.View).ExcludeFromDescription();
        everybody.MapCheckins();
        everybody.MapOwnActions();
        routes.MapApi();
    }
}
