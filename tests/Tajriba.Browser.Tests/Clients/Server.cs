using System.Diagnostics;
using System.Net;
using System.Text;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>The product as a process that can be killed, told to stop and started again on the same port and data.</summary>
internal sealed class Server(int port, string database) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string data = Directory.CreateTempSubdirectory("tajriba-outage-").FullName;
    private readonly StringBuilder said = new();
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Tajriba.Host.dll"), "serve", "--database", database, "--data", data, "--port", $"{port}"])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var caller = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(caller, patience.Token))
        {
            if (process.HasExited)
            {
                Assert.Fail("The product did not start:\n" + Said());
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>SIGKILL: it has no time for anything.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>SIGTERM: it ends what it has begun.</summary>
    public async Task StopAsync()
    {
        using (Process sent = Process.Start("kill", ["-TERM", $"{process!.Id}"]))
        {
            await sent.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}:\n{Said()}");
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    /// <summary>A key that opens nothing is refused as soon as the product knows its keys.</summary>
    private async Task<bool> AnswersAsync(HttpClient caller, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage answer = await caller.GetAsync(new Uri(Address, "/v1/projects/none/settings"), cancellationToken);
            return answer.StatusCode == HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            return false;
        }
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
