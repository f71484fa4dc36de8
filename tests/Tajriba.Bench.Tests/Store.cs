using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Bench.Collect;
using Tajriba.Bench.Crash;
using Tajriba.Kernel.Log;

namespace Tajriba.Bench.Tests;

/// <summary>The product as a process over a folder that goes away with the test, and what a client says to it.</summary>
internal sealed class Store : IAsyncDisposable
{
    private const string Postgres = "TAJRIBA_TEST_POSTGRES";
    private readonly string parent;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(1) };

    private Store(string parent, Disk disk, Product product)
    {
        this.parent = parent;
        Disk = disk;
        Product = product;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(product.Keys[0] + ":")));
    }

    public Disk Disk { get; }

    public Product Product { get; }

    public static async Task<Store> OpenAsync(bool forgets = false)
    {
        string place = Folder();
        string folder = Path.Combine(place, "data");
        Disk disk = Disk.Under(folder, forgets);
        return new Store(place, disk, await Product.StartAsync(folder, environment: disk.Environment));
    }

    public static string Folder() => Directory.CreateTempSubdirectory("tajriba-fault-").FullName;

    /// <summary>The tests' PostgreSQL, or the test is left out.</summary>
    public static string PostgresOrSkip()
    {
        string? connection = Environment.GetEnvironmentVariable(Postgres);
        Skip.If(string.IsNullOrEmpty(connection), $"PostgreSQL is tested where {Postgres} names a server; tests/postgres.sh starts one.");
        return connection!;
    }

    /// <summary>Sends so many events as one batch, with the ids of their numbers.</summary>
    public Task<HttpResponseMessage> SendAsync(long first, int count)
    {
        Span<byte> id = stackalloc byte[MessageNumber.Length];
        var items = new List<string>(count);
        for (int i = 0; i < count; i++)
        {
            MessageNumber.Write(id, first + i);
            items.Add($$"""{"type":"track","event":"Order Completed","userId":"u{{i % 10}}","messageId":"{{Encoding.ASCII.GetString(id)}}"}""");
        }

        return client.PostAsync(Address("/v1/batch"), new StringContent($$"""{"batch":[{{string.Join(',', items)}}]}"""));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(Address(path));

    /// <summary>How often the log has each number.</summary>
    public async Task<Dictionary<long, int>> StoredAsync()
    {
        await using ServiceProvider kernel = Product.Open();
        IReadOnlyList<LoggedEvent> events = await kernel.GetRequiredService<IExperienceLog>().ReadAsync(0, 1_000_000);
        return events.Where(e => e.Source == Product.LogSource).GroupBy(e => MessageNumber.Read(e.Id)).ToDictionary(g => g.Key, g => g.Count());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        Disk.Heal();
        await Product.DisposeAsync();
        Disk.Dispose();
        Directory.Delete(parent, recursive: true);
    }

    private Uri Address(string path) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Product.Server.Port}{path}"));
}
