using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tajriba.Bench.Collect;

/// <summary>A server in a process of its own on a free port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private Task<string> complaints = Task.FromResult("");

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    /// <summary>Processor cores on which servers run, as <c>taskset -c</c> takes them; null for all.</summary>
    public static string? Cores { get; set; }

    public int Port { get; }

    /// <summary>What it wrote to its error stream; ends with the process.</summary>
    public Task<string> Complaints => complaints;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Time from its start until it answered that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <param name="arguments">Program and arguments of <c>dotnet</c> for a port.</param>
    /// <param name="environment">Variables of its own.</param>
    /// <param name="again">The port that it had before it was ended.</param>
    public static async Task<ServerProcess> StartAsync(
        Func<int, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string>? environment = null, int? again = null)
    {
        int port = again ?? FreePort();
        (string program, string[] before) = Cores is null ? ("dotnet", []) : ("taskset", (string[])["-c", Cores, "dotnet"]);
        var start = new ProcessStartInfo(program, [.. before, .. arguments(port)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

        // What makes the load cheap is not for the servers.
        start.Environment.Remove(CollectVerb.InlineCompletions);
        start.Environment.Remove(CollectVerb.SocketThreads);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        long begun = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(start)!, port);
        _ = server.process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        server.complaints = server.process.StandardError.ReadToEndAsync();
        await server.ReadyAsync();
        server.ReadyAfter = Stopwatch.GetElapsedTime(begun);
        return server;
    }

    /// <summary>Ends it at once, without a chance to do anything.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (!process.HasExited)
        {
            using Process signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Longest && !process.HasExited)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync($"http://127.0.0.1:{Port}/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException(
            process.HasExited ? $"The server ended with {process.ExitCode}: {await complaints}" : "The server did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
