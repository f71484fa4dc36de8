using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Insights.Look;

namespace Tajriba.Touchpoints.Insights;

/// <summary>What the house knows of its customers: claims with their evidence, reviewed, and what was made of them.</summary>
public sealed class InsightsRoom : Room
{
    public override string Name => "insights";

    public override Layer Layer => Layer.Touchpoints;

    public override string SchemaPrefix => "Tajriba.Touchpoints.Insights.Storage";

    public override IReadOnlyList<Permission> Permissions => [InsightsPermissions.View, InsightsPermissions.Tell];

    public override IReadOnlyList<NavigationEntry> Navigation => [new("insights", typeof(InsightsRoom), "Insights", "bulb", InsightsPermissions.View, 60)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<InsightStore>();
        services.AddScoped<InsightReader>();
        services.AddScoped<IWaitingSource, InsightWaiting>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapInsightPages();
        routes.MapInsightApi();
    }
}
