using System.Diagnostics;
using System.Globalization;

namespace Tajriba.Bench;

/// <summary>What one import cost.</summary>
/// <param name="Events">Events added.</param>
/// <param name="CpuSeconds">User and kernel time of the process.</param>
/// <param name="Seconds">Time on the clock.</param>
/// <param name="PeakMegabytes">Most memory that the process held, or null where it was not asked.</param>
internal sealed record ImportRun(long Events, double CpuSeconds, double Seconds, double? PeakMegabytes)
{
    /// <summary>Imports a file into a fresh store by the command line.</summary>
    public static ImportRun Of(string file, string store)
    {
        if (Directory.Exists(store))
        {
            Directory.Delete(store, recursive: true);
        }

        var clock = Stopwatch.StartNew();
        using Process process = Tajriba("import", file, "--data", store);
        double peak = 0;
        double cpu = 0;
        while (!process.WaitForExit(10))
        {
            peak = Math.Max(peak, Peak(process.Id));
            cpu = Math.Max(cpu, Cpu(process));
        }

        string[] words = process.StandardOutput.ReadToEnd().Split(' ');
        int at = Array.IndexOf(words, "events");
        return process.ExitCode == 0 && at > 0
            ? new ImportRun(long.Parse(words[at - 1], CultureInfo.InvariantCulture), cpu, clock.Elapsed.TotalSeconds, peak)
            : throw new InvalidOperationException($"The import of {file} failed.");
    }

    public static Process Tajriba(params string[] arguments)
    {
        string program = Path.Combine(BenchLogs.Root(), "src", "Tajriba.Host", "bin", "Release", "net10.0", "Tajriba.Host.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    /// <summary>Processor time so far, seconds; nothing can be asked once the process has ended.</summary>
    private static double Cpu(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static double Peak(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // It ended between two looks.
        }
    }
}
