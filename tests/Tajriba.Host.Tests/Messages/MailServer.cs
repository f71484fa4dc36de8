using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Tajriba.Host.Tests.Messages;

/// <summary>Node's smtp-server with mailparser behind it, from <c>tests/clients</c>.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly Process process;

    private MailServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public ConcurrentQueue<JsonElement> Mails { get; } = [];

    /// <param name="busy">So many messages it turns away for now at first.</param>
    public static async Task<MailServer> OpenAsync(int busy = 0)
    {
        var folder = Path.Combine(Checkout.Root, "tests", "clients");
        Skip.IfNot(Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")), "run npm ci in tests/clients");
        var started = Process.Start(new ProcessStartInfo("node", ["smtp-server.mjs", busy.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var first = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server ended.");
        var server = new MailServer(started, JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32());
        _ = server.ReadAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Mails.Enqueue(JsonDocument.Parse(line).RootElement.Clone());
        }
    }
}
