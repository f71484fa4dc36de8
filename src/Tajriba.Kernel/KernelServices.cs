using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel;

/// <summary>Puts the kernel and the rooms into a host.</summary>
public static class KernelServices
{
    /// <summary>
    /// Adds the database, the log, jobs and everything else of the kernel, then the services of each room. Reads
    /// <c>Tajriba:Database</c> and <c>Tajriba:DataDirectory</c>.
    /// </summary>
    public static IServiceCollection AddTajribaKernel(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<Room> rooms)
    {
        var settings = DatabaseSettings.From(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(rooms);
        services.AddSingleton<IDatabase>(_ => settings.Provider == DatabaseProvider.Sqlite ? new SqliteDatabase(settings.Address) : new PostgresDatabase(settings.Address));
        services.AddSingleton(new SchemaSource("kernel", typeof(KernelServices).Assembly, "Tajriba.Kernel.Storage"));
        services.AddSingleton<SchemaMigrator>();
        services.AddHostedService<SchemaStart>();
        services.AddSingleton<LogChanges>();
        services.AddSingleton<ExperienceLog>();
        services.AddSingleton<IExperienceLog>(p => p.GetRequiredService<ExperienceLog>());
        services.AddSingleton<IBulkAppender>(p => p.GetRequiredService<ExperienceLog>());
        services.AddSingleton<TimelineMerger>();
        services.AddHostedService<LogHeadService>();
        services.AddHostedService<TimelineMergeService>();
        foreach (var room in rooms)
        {
            if (room.SchemaPrefix is { } prefix)
            {
                services.AddSingleton(new SchemaSource(room.Name, room.Assembly, prefix));
            }

            services.AddSingleton(room);
            room.AddServices(services, configuration);
        }

        return services;
    }

    /// <summary>Maps the endpoints of every room.</summary>
    public static IEndpointRouteBuilder MapTajribaRooms(this IEndpointRouteBuilder routes)
    {
        foreach (var room in routes.ServiceProvider.GetRequiredService<IReadOnlyList<Room>>())
        {
            room.MapEndpoints(routes);
        }

        return routes;
    }
}
