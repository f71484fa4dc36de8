using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Journeys.Define;
using Tajriba.Experience.Journeys.Explore;
using Tajriba.Experience.Journeys.Find;
using Tajriba.Experience.Journeys.Follow;
using Tajriba.Experience.Journeys.Friction;
using Tajriba.Experience.Journeys.Handovers;
using Tajriba.Experience.Journeys.Highlights;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Customers;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys;

/// <summary>Journeys as they are really lived: defined over the experience log, explored, and searched for friction.</summary>
public sealed class JourneysRoom : Room
{
    public override string Name => "journeys";

    public override Layer Layer => Layer.Experience;

    public override string SchemaPrefix => "Tajriba.Experience.Journeys.Storage";

    public override IReadOnlyList<Permission> Permissions => [JourneyPermissions.View, JourneyPermissions.Define];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("journeys", typeof(JourneysRoom), "Journeys", "route", JourneyPermissions.View, 10)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ObjectLogFiles>();
        services.AddLogSubscriber<ObjectLogs>();
        services.AddSingleton<InstanceLogs>();
        services.AddSingleton<InstanceResults>();
        services.AddHostedService<JourneyWarmUp>();
        services.AddScoped<JourneyStore>();
        services.AddScoped<JourneyReader>();
        services.AddScoped<JourneyWords>();
        services.AddScoped<ICommandSource, JourneyCommands>();
        services.AddScoped<FrictionWords>();
        services.AddSingleton<ICustomerPageSlot, CustomerJourneysSlot>();
        services.AddScoped<IJourneyHighlights, JourneyHighlights>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapDefine();
        routes.MapExplore();
        routes.MapFriction();
        routes.MapHandovers();
    }
}
