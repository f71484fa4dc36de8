using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests;

/// <summary>
/// A kernel on a fresh database of its own, schema in place, nothing running in the background. PostgreSQL needs
/// <c>TAJRIBA_TEST_POSTGRES</c>, a superuser's connection string; without it the test is skipped.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "TAJRIBA_TEST_POSTGRES";

    private readonly string? folder;
    private readonly string? databaseName;

    private TestDatabase(ServiceProvider services, string address, string? folder, string? databaseName)
    {
        Services = services;
        Address = address;
        this.folder = folder;
        this.databaseName = databaseName;
    }

    public ServiceProvider Services { get; private set; }

    /// <summary>The value of <c>Tajriba:Database</c>.</summary>
    public string Address { get; }

    public T Get<T>()
        where T : notnull
        => Services.GetRequiredService<T>();

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, IReadOnlyList<Room>? rooms = null, Action<IServiceCollection>? configure = null)
    {
        string? directory = null, name = null, address;
        if (provider == DatabaseProvider.Sqlite)
        {
            directory = Directory.CreateTempSubdirectory("tajriba-test-").FullName;
            address = "sqlite:" + Path.Combine(directory, "test.db");
        }
        else
        {
            var server = Environment.GetEnvironmentVariable(Variable);
            Skip.If(string.IsNullOrEmpty(server), $"PostgreSQL is tested where {Variable} names a server; tests/postgres.sh starts one.");
            name = "tajriba_" + Guid.NewGuid().ToString("N");
            await ExecuteAsync(server!, $"create database {name}");
            address = "postgres:" + new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
        }

        var database = new TestDatabase(Build(address, rooms ?? [], configure), address, directory, name);
        await database.Get<SchemaMigrator>().MigrateAsync();
        return database;
    }

    /// <summary>A second, independent kernel on the same database: another node, or the same one after a restart.</summary>
    public ServiceProvider Open(IReadOnlyList<Room>? rooms = null, Action<IServiceCollection>? configure = null) => Build(Address, rooms ?? [], configure);

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }

        if (databaseName is not null)
        {
            await ExecuteAsync(Environment.GetEnvironmentVariable(Variable)!, $"drop database {databaseName} with (force)");
        }
    }

    private static ServiceProvider Build(string address, IReadOnlyList<Room> rooms, Action<IServiceCollection>? configure)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Tajriba:Database", address), new("Tajriba:Key", Convert.ToBase64String(new byte[32]))]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddTajribaKernel(configuration, rooms);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
