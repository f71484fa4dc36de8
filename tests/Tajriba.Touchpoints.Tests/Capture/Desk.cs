using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Tests.Capture;

/// <summary>A database with the rooms that take files in, and a folder for the files.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly IReadOnlyList<Room> Rooms = [new AccessRoom(), new CaptureRoom()];
    private readonly string folder = Directory.CreateTempSubdirectory("tajriba-files-").FullName;

    private Desk(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public IExperienceLog Log => Database.Get<IExperienceLog>();

    public Importer Importer => Database.Get<Importer>();

    public ImportStore Imports => Database.Get<ImportStore>();

    public static async Task<Desk> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? configure = null) =>
        new(await TestDatabase.CreateAsync(provider, Rooms, configure));

    /// <summary>An importer that commits every few rows.</summary>
    public static Importer ImporterOf(IServiceProvider services, int batchRows, IBulkAppender? appender = null) => new(
        services.GetRequiredService<IDatabase>(),
        appender ?? services.GetRequiredService<IBulkAppender>(),
        services.GetRequiredService<IEventCatalogue>(),
        services.GetRequiredService<ImportStore>(),
        services.GetRequiredService<IAuditTrail>(),
        TimeProvider.System)
    { BatchRows = batchRows };

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public string File(string name, byte[] content)
    {
        string path = Path(name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>Imports by the guessed mapping.</summary>
    public async Task<ImportRecord> ImportAsync(string path, Func<ColumnMapping, ColumnMapping>? adjust = null, Importer? importer = null)
    {
        importer ??= Importer;
        ColumnMapping mapping = FileSample.Of(EventFile.Open(path)).Guess();
        ImportPlan plan = await importer.PlanAsync(path, System.IO.Path.GetFileName(path), adjust?.Invoke(mapping) ?? mapping);
        return await importer.RunAsync(plan.Import.Id);
    }

    public async Task<IReadOnlyList<LoggedEvent>> EventsAsync(IServiceProvider? services = null)
    {
        IExperienceLog log = services?.GetRequiredService<IExperienceLog>() ?? Log;
        var all = new List<LoggedEvent>();
        while (await log.ReadAsync(all.Count == 0 ? 0 : all[^1].Position, 5_000) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
