using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>The product as a process of its own, and the same database seen from here.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private const int AtOnce = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private readonly string data = Directory.CreateTempSubdirectory("tajriba-case-").FullName;
    private readonly TestDatabase? own;
    private readonly StringBuilder said = new();
    private Process? process;
    private (string Name, string Value)[] settings = [];

    private RunningProduct(string database, TestDatabase? own)
    {
        (Database, this.own) = (database, own);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    public Uri Address { get; }

    /// <summary>Where its database is (<c>Tajriba:Database</c>).</summary>
    public string Database { get; }

    public bool HasEnded => process!.HasExited;

    /// <summary>What the process holds of the machine's memory now.</summary>
    public long MemoryBytes
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Sockets and files that it has open.</summary>
    public int Handles => Directory.GetFileSystemEntries($"/proc/{process!.Id}/fd").Length;

    /// <summary>Starts it on an empty database of its own, with settings under <c>Tajriba</c>, and waits until it is ready.</summary>
    public static async Task<RunningProduct> StartAsync(DatabaseProvider provider, params (string Name, string Value)[] settings)
    {
        TestDatabase empty = await TestDatabase.CreateAsync(provider, [new AccessRoom(), new CaptureRoom()]);
        return await new RunningProduct(empty.Address, empty).StartedAsync(settings);
    }

    /// <summary>Starts it on a database that is there.</summary>
    public static Task<RunningProduct> StartAsync(string database, params (string Name, string Value)[] settings) => new RunningProduct(database, null).StartedAsync(settings);

    /// <summary>A new source and its key.</summary>
    public async Task<(string Source, string Key)> SourceAsync()
    {
        await using ServiceProvider kernel = Open();
        (long id, string key) = await kernel.SourceAsync("Load");
        using var caller = new HttpClient();
        await UntilAsync(async () => (await caller.GetAsync(new Uri(Address, $"/v1/projects/{key}/settings"))).IsSuccessStatusCode);
        return ($"source:{id}", key);
    }

    /// <summary>The whole log as a process sees it that has just begun.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> EventsAsync()
    {
        await using ServiceProvider kernel = Open();
        var log = kernel.GetRequiredService<IExperienceLog>();
        var found = new List<LoggedEvent>();
        while (await log.ReadAsync(found.Count == 0 ? 0 : found[^1].Position, AtOnce) is { Count: > 0 } part)
        {
            found.AddRange(part);
        }

        return found;
    }

    /// <summary>A number that the database answers with.</summary>
    public async Task<long> NumberAsync(string sql)
    {
        await using ServiceProvider kernel = Open();
        await using var connection = await kernel.GetRequiredService<IDatabase>().OpenAsync();
        return await connection.Command(sql).ScalarAsync<long>();
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => process!.Kill();

    /// <summary>Starts it again after its process ended.</summary>
    public async Task RestartAsync()
    {
        await process!.WaitForExitAsync();
        process.Dispose();
        await StartedAsync(settings);
    }

    /// <summary>SIGTERM. How long it took to end, and with what code.</summary>
    public async Task<(TimeSpan Took, int ExitCode)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        using (Process sent = Process.Start("kill", ["-TERM", $"{process!.Id}"]))
        {
            await sent.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        return (watch.Elapsed, process.ExitCode);
    }

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(data, recursive: true);
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }

    private async Task<RunningProduct> StartedAsync((string Name, string Value)[] given)
    {
        settings = given;
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Tajriba.Host.dll"), "serve", "--database", Database, "--data", data, "--port", $"{Address.Port}"])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Tajriba__Key"] = Key;
        foreach ((string name, string value) in settings)
        {
            start.Environment["Tajriba__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var caller = new HttpClient();
        await UntilAsync(async () =>
        {
            if (process.HasExited)
            {
                Assert.Fail("The product did not start:\n" + Said());
            }

            try
            {
                return (await caller.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return this;
    }

    private ServiceProvider Open()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Tajriba:Database", Database), new("Tajriba:Key", Key)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddTajribaKernel(configuration, [new AccessRoom(), new CaptureRoom()]);
        return services.BuildServiceProvider();
    }

    private string Said()
    {
        lock (said)
        {
            return said.ToString();
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.AppendLine(line.Data);
        }
    }
}
