using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tajriba.Bench;

/// <summary>
/// Brings logs into a fresh SQLite store with <c>tajriba import</c>, as a process of its own, beside a ceiling of the same
/// run: the same rows written by one prepared INSERT. The table as Markdown.
/// </summary>
internal static class ImportBench
{
    private const int Times = 39;
    private const int MustPerSecond = 150_000;
    private const int MostMegabytes = 600;

    public static void Run(string folder)
    {
        string large = BenchLogs.MakeRepeated(folder, Times);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| file | events | CPU seconds | events per CPU second (must {MustPerSecond}) | seconds on the clock | peak memory (must {MostMegabytes} MB) |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string what, string path) in new[]
        {
            ($"bpic2012 repeated {Times} times, CSV", large),
            ("road_traffic.xes.gz", Path.Combine(BenchLogs.Journeys, "road_traffic.xes.gz")),
            ("bpic2012.xes.gz", Path.Combine(BenchLogs.Journeys, "bpic2012.xes.gz")),
            ("the same with ids of their own, as OCEL 2.0 JSON", Ocel(folder)),
        })
        {
            Add(text, what, ImportRun.Of(path, Path.Combine(folder, "store")));
        }

        using var self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        long rows = ImportCeiling.Write(large, Path.Combine(folder, "ceiling"));
        self.Refresh();
        Add(text, "ceiling: the CSV's rows by one prepared INSERT, no look-up, no timeline", new ImportRun(rows, (self.TotalProcessorTime - before).TotalSeconds, clock.Elapsed.TotalSeconds, null));
        Console.Write(text);
    }

    /// <summary>bpic2012 through the product into a file of OCEL 2.0.</summary>
    private static string Ocel(string folder)
    {
        string path = Path.Combine(folder, "bpic2012.ocel.json");
        if (!File.Exists(path))
        {
            string store = Path.Combine(folder, "store");
            ImportRun.Of(Path.Combine(BenchLogs.Journeys, "bpic2012.xes.gz"), store);
            ImportRun.Tajriba("export", path, "--data", store).WaitForExit();
        }

        return path;
    }

    private static void Add(StringBuilder text, string what, ImportRun run)
    {
        string memory = run.PeakMegabytes is { } peak ? peak.ToString("0", CultureInfo.InvariantCulture) + " MB" : "";
        text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {run.Events:#,0} | {run.CpuSeconds:0.0} | {run.Events / run.CpuSeconds:#,0} | {run.Seconds:0.0} | {memory} |");
        Console.Error.WriteLine($"{what}: {run}");
    }
}
