using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tajriba.Kernel.Jobs;

public static class JobServices
{
    /// <summary>Adds a job that the kernel runs by its schedule; of several nodes one runs it each time.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">Unique, <c>room.verb</c>.</param>
    /// <param name="schedule">When.</param>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, string name, JobSchedule schedule)
        where T : class, IScheduledJob
    {
        services.TryAddTransient<T>();
        return services.AddSingleton(new JobRegistration(name, typeof(T), schedule));
    }

    /// <summary>Adds what does one kind of background task.</summary>
    public static IServiceCollection AddBackgroundTaskHandler<T>(this IServiceCollection services)
        where T : class, IBackgroundTaskHandler
    {
        services.TryAddSingleton<T>();
        return services.AddSingleton<IBackgroundTaskHandler>(p => p.GetRequiredService<T>());
    }
}
