using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Export;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Touchpoints.Capture;

/// <summary>Touchpoint capture: events come in from files, get names that people understand, and go out again.</summary>
public sealed class CaptureRoom : Room
{
    public override string Name => "capture";

    public override Layer Layer => Layer.Touchpoints;

    public override string SchemaPrefix => "Tajriba.Touchpoints.Capture.Storage";

    public override IReadOnlyList<Permission> Permissions =>
        [CapturePermissions.Import, CapturePermissions.Export, CapturePermissions.Catalogue, CapturePermissions.CatalogueEdit];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<EventCatalogue>();
        services.AddSingleton<IEventCatalogue>(provider => provider.GetRequiredService<EventCatalogue>());
        services.AddSingleton<CatalogueLearner>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<MappingStore>();
        services.AddSingleton<Importer>();
        services.AddSingleton<Exporter>();
    }
}
