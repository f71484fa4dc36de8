using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Outbox;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Telemetry;

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
        services.AddSingleton<INodeLocks>(p => settings.Provider == DatabaseProvider.Sqlite ? new FileLocks(settings.Address) : new PostgresLocks(p.GetRequiredService<IDatabase>()));
        services.AddSingleton(new SchemaSource("kernel", typeof(KernelServices).Assembly, "Tajriba.Kernel.Storage"));
        services.AddSingleton<SchemaMigrator>();
        services.AddHostedService<SchemaStart>();
        AddLog(services);
        AddWork(services);
        services.AddTajribaTelemetry(configuration);
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

    /// <summary>Maps health and the endpoints of every room.</summary>
    public static IEndpointRouteBuilder MapTajribaRooms(this IEndpointRouteBuilder routes)
    {
        routes.MapTajribaHealth();
        foreach (var room in routes.ServiceProvider.GetRequiredService<IReadOnlyList<Room>>())
        {
            room.MapEndpoints(routes);
        }

        return routes;
    }

    private static void AddLog(IServiceCollection services)
    {
        services.AddSingleton<LogChanges>();
        services.AddSingleton<ExperienceLog>();
        services.AddSingleton<IExperienceLog>(p => p.GetRequiredService<ExperienceLog>());
        services.AddSingleton<IBulkAppender>(p => p.GetRequiredService<ExperienceLog>());
        services.AddSingleton<ILiveAppender, LiveAppender>();
        services.AddSingleton(p => p.GetRequiredService<ExperienceLog>().Merger);
        services.AddSingleton<LogSubscribers>();
        services.AddSingleton<ILogSubscribers>(p => p.GetRequiredService<LogSubscribers>());
        services.AddHostedService<LogHeadService>();
        services.AddHostedService<TimelineMergeService>();
        services.AddHostedService<LogSubscriberService>();
    }

    private static void AddWork(IServiceCollection services)
    {
        services.AddSingleton<ISettings, StoredSettings>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<StoredOutbox>();
        services.AddSingleton<IOutbox>(p => p.GetRequiredService<StoredOutbox>());
        services.AddSingleton<JobRunner>();
        services.AddSingleton<BackgroundTasks>();
        services.AddSingleton<IBackgroundTasks>(p => p.GetRequiredService<BackgroundTasks>());
        services.AddHostedService<OutboxService>();
        services.AddHostedService<JobService>();
        services.AddHostedService<BackgroundTaskService>();
    }
}
