using System.Diagnostics;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>A released client library in a Node process of its own (tests/clients), sending until it is told to end.</summary>
internal sealed class NodeClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private NodeClient(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public static NodeClient Start(string kind, Uri host, string key) => new(Process.Start(
        new ProcessStartInfo("node", ["node-client.mjs", kind, host.GetLeftPart(UriPartial.Authority), key])
        {
            WorkingDirectory = Checkout.PathOf("tests", "clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!);

    /// <summary>Lets it deliver what it still has.</summary>
    public async Task<ClientReport> EndAsync()
    {
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }

        string? report = (await output).Split('\n').LastOrDefault(line => line.StartsWith('{'));
        return report is null ? throw new InvalidOperationException("The client gave no report:\n" + await errors) : ClientReport.Parse(report);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
