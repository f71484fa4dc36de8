using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Actions;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Charges;
using Tajriba.Organization.Governance.Conflicts;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Meetings;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Governance.Stages;

namespace Tajriba.Organization.Governance;

/// <summary>Who decides what about the customer's experience, who answers for it, and what became of it.</summary>
public sealed class GovernanceRoom : Room
{
    public override string Name => "governance";

    public override Layer Layer => Layer.Organization;

    public override string SchemaPrefix => "Tajriba.Organization.Governance.Storage";

    public override IReadOnlyList<Permission> Permissions => [GovernancePermissions.View, GovernancePermissions.Manage];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("governance", typeof(GovernanceRoom), "Governance", "gavel", GovernancePermissions.View, 10)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<GovernanceBook>();
        services.AddScoped<GovernanceReader>();
        services.AddOwners();
        services.AddScoped<StageReader>();
        services.AddDecisions();
        services.AddInitiatives();
        services.AddScoped<ChargeReader>();
        services.AddSingleton<AcknowledgementStore>();
        services.AddScoped<PolicyReaders>();
        services.AddScoped<AgendaReader>();
        services.AddScoped<IWaitingSource, PolicyWaiting>();
        services.AddScoped<IWaitingSource, ActionWaiting>();
        services.AddScoped<IWaitingSource, ConflictWaiting>();
        services.AddScoped<ConflictLetters>();
        services.AddJob<ConflictJob>(ConflictJob.Name, JobSchedule.Every(TimeSpan.FromMinutes(10)));
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/governance").RequirePermission(GovernancePermissions.Manage).ExcludeFromDescription();
        group.MapUndo();
        group.MapBodies();
        group.MapOwners();
        group.MapStages();
        group.MapDecisions();
        group.MapCharges();
        group.MapConflicts();
        group.MapPolicies();
        group.MapMeetings();
        group.MapActions();
        group.MapInitiatives();

        RouteGroupBuilder everybody = routes.MapGroup("/governance").RequirePermission(GovernancePermissions.View).ExcludeFromDescription();
        everybody.MapAcknowledgements();
        everybody.MapOwnActions();
        routes.MapGovernanceApi();
    }
}
