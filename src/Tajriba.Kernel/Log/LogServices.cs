using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tajriba.Kernel.Log;

public static class LogServices
{
    /// <summary>Adds a subscriber of the log, as a singleton that may also be asked for by its own type.</summary>
    public static IServiceCollection AddLogSubscriber<T>(this IServiceCollection services)
        where T : class, ILogSubscriber
    {
        services.TryAddSingleton<T>();
        return services.AddSingleton<ILogSubscriber>(p => p.GetRequiredService<T>());
    }
}
