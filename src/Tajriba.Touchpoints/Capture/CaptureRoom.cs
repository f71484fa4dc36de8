using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.CloudEvents;
using Tajriba.Touchpoints.Capture.Collect;
using Tajriba.Touchpoints.Capture.Contacts;
using Tajriba.Touchpoints.Capture.Export;
using Tajriba.Touchpoints.Capture.Feedback;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;
using Tajriba.Touchpoints.Capture.Waiting;

namespace Tajriba.Touchpoints.Capture;

/// <summary>Touchpoint capture: events come in from files, get names that people understand, and go out again.</summary>
public sealed class CaptureRoom : Room
{
    public override string Name => "capture";

    public override Layer Layer => Layer.Touchpoints;

    public override string SchemaPrefix => "Tajriba.Touchpoints.Capture.Storage";

    public override IReadOnlyList<Permission> Permissions =>
        [CapturePermissions.Import, CapturePermissions.Export, CapturePermissions.Catalogue, CapturePermissions.CatalogueEdit, CapturePermissions.Sources];

    public override IReadOnlyList<NavigationEntry> Navigation =>
    [
        new("events", typeof(CaptureRoom), "Events", "list-details", CapturePermissions.Catalogue, 20),
        new("sources", typeof(CaptureRoom), "Sources", "plug-connected", CapturePermissions.Sources, 25),
        new("import", typeof(CaptureRoom), "Import", "file-import", CapturePermissions.Import, 30),
        new("export", typeof(CaptureRoom), "Export", "file-export", CapturePermissions.Export, 40),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<EventCatalogue>();
        services.AddSingleton<IEventCatalogue>(provider => provider.GetRequiredService<EventCatalogue>());
        services.AddScoped<CodeWords>();
        services.AddSingleton<CatalogueEditor>();
        services.AddScoped<EditableEntries>();
        services.AddLogSubscriber<CatalogueLearner>();
        services.AddSingleton<Uploads>();
        services.AddBackgroundTaskHandler<ImportTask>();
        services.AddJob<UploadSweep>("capture.sweep-uploads", JobSchedule.Every(TimeSpan.FromHours(1)));
        services.AddSingleton<ImportStore>();
        services.AddSingleton<MappingStore>();
        services.AddSingleton<Importer>();
        services.AddSingleton<Exporter>();
        services.AddSingleton<SourceStore>();
        services.AddSingleton<SourceKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<SourceKeys>());
        services.AddSingleton(configuration.GetSection("Tajriba:Collect").Get<CollectLimits>() ?? new CollectLimits());
        services.AddSingleton<RefusedStore>();
        services.AddSingleton<ActivityStore>();
        services.AddSingleton<SourceActivity>();
        services.AddHostedService(provider => provider.GetRequiredService<SourceActivity>());
        services.AddJob<ActivitySweep>("capture.sweep-activity", JobSchedule.Every(TimeSpan.FromHours(1)));
        services.AddSingleton<EventMaker>();
        services.AddSingleton<EventNames>();
        services.AddSingleton<SourceRates>();
        services.AddSingleton<CollectWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<CollectWriter>());
        services.AddSingleton<SegmentForm>();
        services.AddSingleton<CloudEventForm>();
        services.AddSingleton<ContactForm>();
        services.AddSingleton<FollowCodes>();
        services.AddSingleton<FeedbackMessages>();
        services.AddSingleton<IMessageForm>(provider => provider.GetRequiredService<SegmentForm>());
        services.AddSingleton<IMessageForm>(provider => provider.GetRequiredService<CloudEventForm>());
        services.AddSingleton<IMessageForm>(provider => provider.GetRequiredService<ContactForm>());
        services.AddSingleton<IMessageForm>(provider => provider.GetRequiredService<FeedbackMessages>());
        services.AddSingleton<MessageIntake>();
        services.AddCors(IntakeCors.AddTo);
        services.AddScoped<IWaitingSource, CaptureWaiting>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapCatalogue();
        routes.MapImport();
        routes.MapImportApi();
        routes.MapExport();
        routes.MapCollect();
        routes.MapCloudEvents();
        routes.MapContacts();
        routes.MapFeedbackIntake();
        routes.MapSources();
    }
}
