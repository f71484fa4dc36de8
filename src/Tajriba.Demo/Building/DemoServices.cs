using Microsoft.Extensions.DependencyInjection;
using Tajriba.Demo.Live;

namespace Tajriba.Demo.Building;

/// <summary>Puts the living demo into a host.</summary>
public static class DemoServices
{
    /// <summary>Adds the demo, which fills an empty house when it starts. Call it after the kernel, whose schema it needs.</summary>
    public static IServiceCollection AddLivingDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoBuilder>();
        services.AddSingleton<DemoKeys>();
        services.AddHostedService<LiveDemo>();
        return services;
    }
}
