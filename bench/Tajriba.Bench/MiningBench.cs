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
        Dictionary<string, double> ours = Ours("one", large, "--snapshot");
        Dictionary<string, double> duck = Duck(large);
        Dictionary<string, double> oursSmall = Ours("one", small);
        Dictionary<string, double> duckSmall = Duck(small);
        Dictionary<string, double> oursShuffled = Ours("one", shuffled);
        Dictionary<string, double> duckShuffled = Duck(shuffled);
        Dictionary<string, double> oursRoad = Ours("one", road);
        Dictionary<string, double> discovery = Ours("discover", Path.Combine(BenchLogs.Journeys, "bpic2012.xes.gz"));
        KeyValuePair<string, double> slowest = oursRoad.Where(p => p.Key.StartsWith("any:", StringComparison.Ordinal)).MaxBy(p => p.Value);
        var text = new StringBuilder();
        text.AppendLine("| operation, CPU seconds on one thread | ours | DuckDB | ratio | must | goal |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        Both("19.93M: load CSV and order", "load", ours, duck, 5.0, 3.0);
        Both("19.93M: directly-follows", "dfg", ours, duck, 0.10, 0.035);
        Both("19.93M: attribute filter, then directly-follows", "filter+dfg", ours, duck, 0.20, 0.07);
        Both("19.93M: performance graph (mean, exact median, p95, min, max)", "performance", ours, duck, 0.60, 0.30);
        Both("19.93M: variants", "variants", ours, duck, 0.20, 0.08);
        Both("19.93M: rework", "rework", ours, duck, 0.15, 0.06);
        Both("19.93M: case durations", "durations", ours, duck, 0.10, 0.03);
        Both("19.93M: peak memory after all of it, MB", "peak MB", ours, duck, 1600, 1000);
        Row("19.93M: open a snapshot", ours["snapshot open"], null, 0.05, 0.01);
        Row("19.93M: append 1,000 events to it and redraw", ours["append+redraw"], null, 0.05, 0.01);
        Both("5.24M: load CSV and order", "load", oursSmall, duckSmall);
        Both("5.24M: directly-follows", "dfg", oursSmall, duckSmall);
        Both("5.24M: attribute filter, then directly-follows", "filter+dfg", oursSmall, duckSmall);
        Both("5.24M: performance graph", "performance", oursSmall, duckSmall);
        Both("5.24M: variants", "variants", oursSmall, duckSmall);
        Both("5.24M: rework", "rework", oursSmall, duckSmall);
        Both("5.24M: case durations", "durations", oursSmall, duckSmall);
        Both("5.24M: peak memory, MB", "peak MB", oursSmall, duckSmall);
        Both("5.24M shuffled: load CSV and order", "load", oursShuffled, duckShuffled);
        Both("5.24M shuffled: directly-follows", "dfg", oursShuffled, duckShuffled);
        Row("5.24M: load of shuffled against ordered rows, times", oursShuffled["load"] / oursSmall["load"], null, 2.5, 2.0);
        Row("road_traffic.xes.gz, all attributes", oursRoad["load"], null, 1.2, 0.7);
        Row($"road_traffic: slowest of {oursRoad.Count(p => p.Key.StartsWith("any:", StringComparison.Ordinal))} filters ({slowest.Key[4..]}), then directly-follows", slowest.Value, null, 0.010, 0.005);
        Row("bpic2012: inductive miner, noise 0.2 (first run, with the runtime's compiler)", discovery["discover first"], null, 1.0, 0.4);
        Row("bpic2012: inductive miner, noise 0.2 (afterwards)", discovery["discover"], null, 1.0, 0.4);
        text.AppendLine();
        text.AppendLine("bpic2012 (262,200 events) repeated 76 and 20 times with shifted case ids, as CSV of three columns. Each program runs alone in a process of");
        text.AppendLine("its own, on one thread; ours the better of two processes, there each the best of seven runs (loading: one, the runtime's compiler included;");
        text.AppendLine("memory is the peak of loading, all operations and the filters). DuckDB by its Node package, one thread, at most 12 GB, each query once,");
        text.AppendLine("directly-follows twice. `fails`: it stops at its limit of memory. A bold figure misses what it must reach. Made by");
        text.AppendLine("`npm ci` in `bench/duckdb` and `dotnet run -c Release --project bench/Tajriba.Bench mining FOLDER REPORT`.");
        Console.Write(text);
        if (report is not null)
        {
            File.WriteAllText(report, text.ToString());
        }

        void Both(string what, string key, Dictionary<string, double> mine, Dictionary<string, double> peer, double? must = null, double? goal = null) =>
            Row(what, mine[key], peer.TryGetValue(key, out double figure) ? figure : null, must, goal);

        void Row(string what, double mine, double? peer, double? must = null, double? goal = null)
        {
            string own = Figure(mine);
            string ratio = peer is { } p && !double.IsNaN(p) ? (p / mine).ToString("0.#", CultureInfo.InvariantCulture) + "x" : "–";
            text.AppendLine($"| {what} | {(mine > must ? $"**{own}**" : own)} | {Figure(peer)} | {ratio} | {Figure(must)} | {Figure(goal)} |");
        }
    }

    private static string Figure(double? value) => value switch
    {
        null => "–",
        { } v when double.IsNaN(v) => "fails",
        >= 100 => value.Value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 1 => value.Value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>The better of two processes, figure by figure.</summary>
    private static Dictionary<string, double> Ours(string verb, string file, params string[] more)
    {
        // Started by `dotnet Tajriba.Bench.dll` the process is dotnet's.
        string program = Environment.ProcessPath!;
        string[] library = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(MiningBench).Assembly.Location] : [];
        var best = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < Attempts; i++)
        {
            foreach ((string name, double value) in Child(program, [.. library, verb, file, .. more]))
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
            Console.Error.WriteLine($"{Path.GetFileName(program)} {string.Join(' ', arguments.Select(Path.GetFileName))}: {line}");
            string[] parts = line.Split('\t');
            if (parts.Length == 2)
            {
                figures[parts[0]] = parts[1] == "fails" ? double.NaN : double.Parse(parts[1], CultureInfo.InvariantCulture);
            }
        }

        process.WaitForExit();
        return figures;
    }
}
