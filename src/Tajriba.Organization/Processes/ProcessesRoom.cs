using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Organization.Processes.Relations;

namespace Tajriba.Organization.Processes;

/// <summary>The processes of the house, what their figures have to do with the experience of customers, and which to mend first.</summary>
public sealed class ProcessesRoom : Room
{
    public override string Name => "processes";

    public override Layer Layer => Layer.Organization;

    public override string SchemaPrefix => "Tajriba.Organization.Processes.Storage";

    public override IReadOnlyList<Permission> Permissions => [ProcessPermissions.View, ProcessPermissions.Manage];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("processes", typeof(ProcessesRoom), "Processes", "sitemap", ProcessPermissions.View, 20)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ProcessBook>();
        services.AddSingleton<RelationMemory>();
        services.AddScoped<ProcessReader>();
        services.AddScoped<RelationReader>();
        services.AddScoped<IGovernedSource, ProcessSource>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/processes").RequirePermission(ProcessPermissions.Manage).ExcludeFromDescription().MapInventory();
        routes.MapProcessApi();
    }
}
