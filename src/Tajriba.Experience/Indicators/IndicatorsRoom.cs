using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Experience.Indicators.Dashboards;
using Tajriba.Experience.Indicators.Define;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Experience.Indicators.Drivers;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Indicators.Observe;
using Tajriba.Experience.Indicators.Rows;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Experience.Indicators.Units;
using Tajriba.Experience.Indicators.View;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Indicators;

/// <summary>What the organization measures itself by, with what each figure does not know and the rows behind it.</summary>
public sealed class IndicatorsRoom : Room
{
    /// <summary>Name of the setting (configuration) that holds the organization's zone, an IANA name; the machine's where missing.</summary>
    public const string ZoneSetting = "Tajriba:TimeZone";

    public override string Name => "indicators";

    public override Layer Layer => Layer.Experience;

    public override string SchemaPrefix => "Tajriba.Experience.Indicators.Storage";

    public override IReadOnlyList<Permission> Permissions => [IndicatorPermissions.View, IndicatorPermissions.Define];

    public override IReadOnlyList<NavigationEntry> Navigation =>
    [
        new("dashboards/executive", typeof(IndicatorsRoom), "Dashboards", "layout-dashboard", IndicatorPermissions.View, 15),
        new("indicators", typeof(IndicatorsRoom), "Indicators", "gauge", IndicatorPermissions.View, 20),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new DayClock(configuration[ZoneSetting] is { Length: > 0 } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Local));
        services.AddSingleton<IndicatorDefinitions>();
        services.AddLogSubscriber<IndicatorObservations>();
        services.AddHostedService<ObservationWarmUp>();
        services.AddSingleton<IndicatorSelections>();
        services.AddScoped<IndicatorStore>();
        services.AddSingleton<IndicatorFigures>();
        services.AddScoped<IndicatorReader>();
        services.AddScoped<IndicatorRows>();
        services.AddScoped<IndicatorWords>();
        services.AddScoped<IndicatorUnits>();
        services.AddScoped<DashboardStore>();
        services.AddScoped<DashboardReader>();
        services.AddScoped<AnswerReader>();
        services.AddSingleton<IndicatorControl>();
        services.AddScoped<SignalStore>();
        services.AddScoped<SignalAlerts>();
        services.AddScoped<WordsFor>();
        services.AddScoped<DigestStore>();
        services.AddScoped<DigestReaders>();
        services.AddScoped<DigestWriter>();
        services.AddScoped<IWaitingSource, SignalWaiting>();
        services.AddJob<SignalJob>(SignalJob.Name, JobSchedule.Every(TimeSpan.FromMinutes(10)));
        services.AddJob<DigestJob>(DigestJob.Name, JobSchedule.Every(TimeSpan.FromMinutes(5)));
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapDefine();
        routes.MapFiles();
        routes.MapView();
        routes.MapApi();
        routes.MapControl();
        routes.MapDashboards();
        routes.MapDigests();
    }
}
