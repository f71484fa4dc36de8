using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>A database, the product on it, and the gate through which clients reach it.</summary>
internal sealed class Outage : IAsyncDisposable
{
    private const int AtOnce = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TestDatabase database;

    private Outage(TestDatabase database)
    {
        this.database = database;
        Server = new Server(Product.FreePort(), database.Address);
        Gate = new Gate(Product.FreePort(), Server.Address);
    }

    public Server Server { get; }

    public Gate Gate { get; }

    public static async Task<Outage> PrepareAsync(DatabaseProvider provider)
    {
        var outage = new Outage(await TestDatabase.CreateAsync(provider, [new AccessRoom(), new CaptureRoom()]));
        await outage.Server.StartAsync();
        await outage.Gate.OpenAsync(GateMode.Open);
        return outage;
    }

    /// <summary>A source with its key; the running product learns of it within seconds.</summary>
    public async Task<(string Source, string Key)> SourceAsync(string name)
    {
        var store = database.Get<SourceStore>();
        long id = await store.AddAsync(name, null, null);
        string key = await store.IssueKeyAsync(id);
        using var caller = new HttpClient();
        await UntilAsync(async () =>
        {
            using HttpResponseMessage answer = await caller.GetAsync(new Uri(Server.Address, $"/v1/projects/{key}/settings"));
            return answer.IsSuccessStatusCode;
        });
        return ($"source:{id}", key);
    }

    /// <summary>Everything that the log holds of a source, in the log's order, as a process sees it that has just begun.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> EventsAsync(string source)
    {
        await using var fresh = database.Open([new AccessRoom(), new CaptureRoom()]);
        var log = (IExperienceLog)fresh.GetService(typeof(IExperienceLog))!;
        var found = new List<LoggedEvent>();
        for (long after = 0; after < log.Head;)
        {
            IReadOnlyList<LoggedEvent> part = await log.ReadAsync(after, AtOnce);
            found.AddRange(part.Where(e => e.Source == source));
            after = part[^1].Position;
        }

        return found;
    }

    /// <summary>Waits until a source has more in the log than a number of events.</summary>
    public Task UntilMoreThanAsync(string source, int count) => UntilAsync(async () => (await EventsAsync(source)).Count > count);

    /// <summary>The number that a client gave an event.</summary>
    public static int SeqOf(LoggedEvent item)
    {
        using JsonDocument sent = JsonDocument.Parse(item.Attributes!);
        return sent.RootElement.GetProperty("properties").GetProperty("seq").GetInt32();
    }

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        await Server.DisposeAsync();
        await database.DisposeAsync();
    }
}
