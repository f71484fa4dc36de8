using System.Diagnostics;
using System.Text;

namespace Tajriba.Host.Tests.CommandLine;

/// <summary>Runs the command line as a person does: as a process of its own.</summary>
internal static class Verb
{
    public static Task<VerbResult> RunAsync(params string[] arguments) => RunOverAsync([], arguments);

    /// <summary>The same with bytes on standard input.</summary>
    public static async Task<VerbResult> RunOverAsync(byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Tajriba.Host.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command line did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A verb may end before it has read everything.
        }

        await process.WaitForExitAsync();
        return new VerbResult(process.ExitCode, await output, await error);
    }

    /// <summary>A file of the repository's samples.</summary>
    public static string Sample(string name) => Checkout.PathOf("samples", name);
}
