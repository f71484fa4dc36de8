using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Demo.Building;
using Tajriba.Experience.Journeys;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture;

namespace Tajriba.Demo.Tests;

/// <summary>An empty house on a SQLite file of its own; nothing runs in the background.</summary>
internal sealed class TestHouse : IAsyncDisposable
{
    private readonly string folder;

    private TestHouse(string folder, ServiceProvider services)
    {
        this.folder = folder;
        Services = services;
    }

    public ServiceProvider Services { get; }

    public static async Task<TestHouse> OpenAsync(TimeProvider clock)
    {
        var place = Directory.CreateTempSubdirectory("tajriba-demo-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Tajriba:Database", "sqlite:" + Path.Combine(place, "demo.db")), new("Tajriba:DataDirectory", place)])
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(clock);
        services.AddLogging();
        services.AddTajribaKernel(configuration, [new AccessRoom(), new CaptureRoom(), new JourneysRoom()]);
        services.AddLivingDemo();
        var house = new TestHouse(place, services.BuildServiceProvider());
        await house.Get<SchemaMigrator>().MigrateAsync();
        return house;
    }

    public T Get<T>()
        where T : notnull
        => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
