using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Tajriba.Browser.Tests;

/// <summary>The product as it ships (artifacts/host, published by <c>./test</c>), with the demo, on a free port and its own data.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly Process server;

    private Product(Process server, string data, Uri address, Uri signInLink)
    {
        this.server = server;
        Data = data;
        Address = address;
        SignInLink = signInLink;
    }

    public Uri Address { get; }

    /// <summary>The administrator's one-time link.</summary>
    public Uri SignInLink { get; }

    /// <summary>The product's data directory.</summary>
    public string Data { get; }

    public static async Task<Product> StartAsync(bool demo)
    {
        var data = Directory.CreateTempSubdirectory("tajriba-browser-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["artifacts/host/Tajriba.Host.dll", "serve", "--print-link", "--data", data, "--port", $"{port}", .. demo ? new[] { "--demo" } : []])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The product did not start.");
        var link = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new System.Text.StringBuilder();
        void Hear(object sender, DataReceivedEventArgs received)
        {
            if (received.Data is not { } line)
            {
                return;
            }

            lock (output)
            {
                output.AppendLine(line);
            }

            var at = line.IndexOf("http://", StringComparison.Ordinal);
            if (line.Contains("/sign-in/link/", StringComparison.Ordinal) && at >= 0)
            {
                link.TrySetResult(new Uri(line[at..].Trim()));
            }
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(link.Task, ended, Task.Delay(TimeSpan.FromMinutes(4))) != link.Task)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            throw new InvalidOperationException("The product did not print its sign-in link:\n" + output);
        }

        return new Product(process, data, new Uri($"http://127.0.0.1:{port}/"), await link.Task);
    }

    public async ValueTask DisposeAsync()
    {
        if (!server.HasExited)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        server.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>Runs a verb of the command line on this product's data and returns its exit code and output.</summary>
    public async Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["artifacts/host/Tajriba.Host.dll", .. arguments, "--data", Data])
        {
            start.ArgumentList.Add(argument);
        }

        using var verb = Process.Start(start)!;
        var standard = verb.StandardOutput.ReadToEndAsync();
        var error = verb.StandardError.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return (verb.ExitCode, await standard + await error);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
