using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Strategy.Directions;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;

namespace Tajriba.Organization.Strategy;

/// <summary>Where the house and the experience of its customers are going, what has to be reached for it, and whether the figures bear that out.</summary>
public sealed class StrategyRoom : Room
{
    public override string Name => "strategy";

    public override Layer Layer => Layer.Organization;

    public override string SchemaPrefix => "Tajriba.Organization.Strategy.Storage";

    public override IReadOnlyList<Permission> Permissions => [StrategyPermissions.View, StrategyPermissions.Manage];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("strategy", typeof(StrategyTexts), "Strategy", "map-2", StrategyPermissions.View, 5)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StrategyBook>();
        services.AddScoped<StrategyReader>();
        services.AddScoped<StrategyWords>();
        services.AddScoped<GaugeReader>();
        services.AddScoped<LinkReader>();
        services.AddScoped<MapReader>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/strategy").RequirePermission(StrategyPermissions.Manage).ExcludeFromDescription();
        group.MapStrategyUndo();
        group.MapDirections();
        group.MapPerspectives();
        group.MapObjectives();
        routes.MapStrategyApi();
    }
}
