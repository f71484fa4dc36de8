using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tajriba.Bench;

/// <summary>Ours and DuckDB one after the other on the same files, each in a process of its own; the table as Markdown.</summary>
internal static class MiningBench
{
    private const int Attempts = 2;

    public static void Run(string folder, string? report)
    {
        string large = BenchLogs.Ordered(folder, BenchLogs.Large);
        string small = BenchLogs.Ordered(folder, BenchLogs.Small);
        string shuffled = BenchLogs.Shuffled(folder);
        string road = Path.Combine(BenchLogs.Journeys, "road_traffic.xes.gz");
        Dictionary<string, double> ours = Ours(large, "--snapshot");
        Dictionary<string, double> duck = Duck(large);
        Dictionary<string, double> oursSmall = Ours(small);
        Dictionary<string, double> duckSmall = Duck(small);
        Dictionary<string, double> oursShuffled = Ours(shuffled);
        Dictionary<string, double> duckShuffled = Duck(shuffled);
        Dictionary<string, double> oursRoad = Ours(road);
        KeyValuePair<string, double> slowest = oursRoad.Where(p => p.Key.StartsWith("any:", StringComparison.Ordinal)).MaxBy(p => p.Value);
        var text = new StringBuilder();
        text.AppendLine("| operation, CPU seconds on one thread | ours | DuckDB | ratio | must | goal |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        Row("19.93M: load CSV and order", ours["load"], duck.GetValueOrDefault("load"), 5.0, 3.0);
        Row("19.93M: directly-follows", ours["dfg"], duck.GetValueOrDefault("dfg"), 0.10, 0.035);
        Row("19.93M: attribute filter, then directly-follows", ours["filter+dfg"], duck.GetValueOrDefault("filter+dfg"), 0.20, 0.07);
        Row("19.93M: performance graph (mean, exact median, p95, min, max)", ours["performance"], duck.GetValueOrDefault("performance"), 0.60, 0.30);
        Row("19.93M: variants", ours["variants"], duck.GetValueOrDefault("variants"), 0.20, 0.08);
        Row("19.93M: rework", ours["rework"], duck.GetValueOrDefault("rework"), 0.15, 0.06);
        Row("19.93M: case durations", ours["durations"], duck.GetValueOrDefault("durations"), 0.10, 0.03);
        Row("19.93M: peak memory, MB", ours["peak MB"], duck.GetValueOrDefault("peak MB"), 1600, 1000);
        Row("19.93M: open a snapshot", ours["snapshot open"], 0, 0.05, 0.01);
        Row("19.93M: append 1,000 events to it and redraw", ours["append+redraw"], 0, 0.05, 0.01);
        Row("5.24M: load CSV and order", oursSmall["load"], duckSmall.GetValueOrDefault("load"), 0, 0);
        Row("5.24M shuffled: load CSV and order", oursShuffled["load"], duckShuffled.GetValueOrDefault("load"), 0, 0);
        Row("5.24M: shuffled against ordered, times", oursShuffled["load"] / oursSmall["load"], 0, 2.5, 2.0);
        Row("5.24M: directly-follows", oursSmall["dfg"], duckSmall.GetValueOrDefault("dfg"), 0, 0);
        Row("road_traffic.xes.gz, all attributes", oursRoad["load"], 0, 1.2, 0.7);
        Row($"road_traffic: slowest filter ({slowest.Key[4..]}), then directly-follows", slowest.Value, 0, 0.010, 0.005);
        text.AppendLine();
        text.AppendLine("bpic2012 (262,200 events) repeated 76 and 20 times with shifted case ids, as CSV of three columns. Each program runs alone, on one thread;");
        text.AppendLine("ours the better of two processes, each the best of seven runs (loading: one, with the start of the runtime's compiler in it). DuckDB by");
        text.AppendLine("its Node package with a limit of 7 GB; its variants are left out, since they do not end within that. Made by");
        text.AppendLine("`npm ci` in `bench/duckdb` and `dotnet run -c Release --project bench/Tajriba.Bench mining FOLDER REPORT`.");
        Console.Write(text);
        if (report is not null)
        {
            File.WriteAllText(report, text.ToString());
        }

        void Row(string what, double mine, double peer, double must, double goal) =>
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"| {what} | {mine:0.####} | {(peer > 0 ? peer.ToString("0.###", CultureInfo.InvariantCulture) : "–")} | {(peer > 0 ? (peer / mine).ToString("0.#", CultureInfo.InvariantCulture) + "x" : "–")} | {(must > 0 ? must : "–")} | {(goal > 0 ? goal : "–")} |"));
    }

    /// <summary>The better of two processes, figure by figure.</summary>
    private static Dictionary<string, double> Ours(string file, params string[] more)
    {
        var best = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < Attempts; i++)
        {
            foreach ((string name, double value) in Child(Environment.ProcessPath!, ["one", file, .. more]))
            {
                best[name] = Math.Min(value, best.GetValueOrDefault(name, double.MaxValue));
            }
        }

        return best;
    }

    private static Dictionary<string, double> Duck(string file)
    {
        string folder = Path.Combine(BenchLogs.Root(), "bench", "duckdb");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Console.Error.WriteLine("DuckDB is left out: run npm ci in bench/duckdb first.");
            return [];
        }

        return Child("node", [Path.Combine(folder, "run.mjs"), file]);
    }

    private static Dictionary<string, double> Child(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Console.Error.WriteLine($"{Path.GetFileName(program)} {Path.GetFileName(arguments[1])}: {line}");
            string[] parts = line.Split('\t');
            if (parts.Length == 2)
            {
                figures[parts[0]] = double.Parse(parts[1], CultureInfo.InvariantCulture);
            }
        }

        process.WaitForExit();
        return figures;
    }
}
