using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tajriba.Experience.Surveys.Edit;

/// <summary>The editor of surveys.</summary>
internal static class EditServices
{
    public static IServiceCollection AddEdit(this IServiceCollection services)
    {
        services.AddScoped<DraftKeeper>();
        services.AddScoped<DefinitionCheck>();
        services.AddSingleton<PreviewWriter>();
        return services;
    }

    public static void MapEdit(this IEndpointRouteBuilder routes) => routes.MapDrafts();
}
