using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Bench.Collect;

/// <summary>The product as it ships over a data directory of its own, with sources whose keys are known.</summary>
internal sealed class Product : IAsyncDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>How many events wait to be sorted into the timelines, as the database is asked.</summary>
    public const string UnmergedQuestion = "select h.position - m.merged from log_head h join log_merge m on m.id = h.id";

    private readonly string? database;
    private readonly IReadOnlyDictionary<string, string> environment;

    private Product(string folder, string? database, IReadOnlyDictionary<string, string> environment, string[] keys)
    {
        Folder = folder;
        this.database = database;
        this.environment = environment;
        Keys = keys;
    }

    /// <summary>The log's name of the source of the first key.</summary>
    public const string LogSource = "source:1";

    /// <summary>The product as it was built together with this program.</summary>
    public static string Program { get; } = Path.Combine(BenchLogs.Root(), "src", "Tajriba.Host", "bin", Configuration, "net10.0", "Tajriba.Host.dll");

    public string Folder { get; }

    public bool IsPostgres => database is not null;

    /// <summary>A write key of each of two sources.</summary>
    public string[] Keys { get; }

    public ServerProcess Server { get; private set; } = null!;

    public LoadTarget Target => new(Server.Port, Keys[0]);

    public LoadTarget Other => new(Server.Port, Keys[1]);

    /// <summary>Starts it on an empty store.</summary>
    /// <param name="folder">Data directory, made here.</param>
    /// <param name="connection">PostgreSQL, or null for SQLite.</param>
    /// <param name="environment">Variables of its own.</param>
    /// <param name="otherPerSecond">Events a second that the second source may send, or null for any.</param>
    public static async Task<Product> StartAsync(string folder, string? connection = null, IReadOnlyDictionary<string, string>? environment = null, int? otherPerSecond = null)
    {
        Directory.CreateDirectory(folder);
        string? store = connection is null ? null : "postgres:" + connection;
        var product = new Product(folder, store, environment ?? new Dictionary<string, string>(), await SeedAsync(folder, store, otherPerSecond));
        await product.StartAsync();
        return product;
    }

    /// <summary>Starts it again where it was, after it has ended.</summary>
    public async Task StartAsync() => Server = await ServerProcess.StartAsync(
        port => [Program, "serve", "--data", Folder, "--port", $"{port}", .. database is null ? [] : (string[])["--database", database]], environment, Server?.Port);

    /// <summary>The product's services over the same store, to look into it.</summary>
    public ServiceProvider Open() => Kernel(Folder, database);

    /// <summary>Events in the log.</summary>
    public Task<long> KeptAsync() => AskAsync("select position from log_head where id = 1");

    /// <summary>Events that wait to be sorted into the timelines.</summary>
    public Task<long> UnmergedAsync() => AskAsync(UnmergedQuestion);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task<string[]> SeedAsync(string folder, string? store, int? otherPerSecond)
    {
        await using ServiceProvider kernel = Kernel(folder, store);
        await kernel.GetRequiredService<SchemaMigrator>().MigrateAsync();
        await using AsyncServiceScope scope = kernel.CreateAsyncScope();
        var sources = scope.ServiceProvider.GetRequiredService<SourceStore>();
        return [await AddAsync(sources, null), await AddAsync(sources, otherPerSecond)];
    }

    private async Task<long> AskAsync(string sql)
    {
        await using ServiceProvider kernel = Open();
        return await AskAsync(kernel, sql);
    }

    public static async Task<long> AskAsync(ServiceProvider kernel, string sql)
    {
        await using DbConnection connection = await kernel.GetRequiredService<IDatabase>().OpenAsync();
        return await connection.Command(sql).ScalarAsync<long>();
    }

    private static async Task<string> AddAsync(SourceStore sources, int? perSecond)
    {
        long source = await sources.AddAsync("Bench", "web", null);
        await sources.LimitAsync(source, perSecond);
        return await sources.IssueKeyAsync(source);
    }

    /// <summary>The product's services over a data directory.</summary>
    public static ServiceProvider Kernel(string folder, string? database)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Tajriba:DataDirectory", folder), .. database is null ? [] : (KeyValuePair<string, string?>[])[new("Tajriba:Database", database)]])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddTajribaKernel(configuration, [new AccessRoom(), new CaptureRoom()]);
        return services.BuildServiceProvider();
    }
}
