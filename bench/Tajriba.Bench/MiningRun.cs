using System.Diagnostics;
using System.Globalization;
using Tajriba.ProcessMining;
using Tajriba.ProcessMining.Discovery;

namespace Tajriba.Bench;

/// <summary>Runs every operation on one log in this process and prints CPU seconds, name by name.</summary>
internal static class MiningRun
{
    private static readonly Process Self = Process.GetCurrentProcess();

    /// <summary>The inductive miner on a log, noise 0.2: the first run, with the runtime's compiler in it, and the best.</summary>
    public static void Discover(string file)
    {
        EventLog log = Load(file);
        Say("discover first", Cpu(() => InductiveMiner.Discover(TraceBag.Of(log), 0.2)));
        Say("discover", Best(() => InductiveMiner.Discover(TraceBag.Of(log), 0.2)));
    }

    public static void Print(string file, bool snapshot)
    {
        EventLog log = EventLog.Empty;
        Say("load", Cpu(() => log = Load(file)));
        Say("events", log.EventCount);
        string start = file.Contains("road", StringComparison.Ordinal) ? "Create Fine" : "A_SUBMITTED";
        string part = file.Contains("road", StringComparison.Ordinal) ? "Payment" : "A_ACCEPTED";
        Say("dfg", Best(() => DirectlyFollowsGraph.Of(log.All())));
        Say("filter+dfg", Best(() => DirectlyFollowsGraph.Of(log.Where(new LogFilter.EventAttributeValues("activity", [part])))));
        Say("performance", Best(() => PerformanceGraph.Of(log)));
        Say("variants", Best(() => Variants.Of(log)));
        Say("rework", Best(() => Rework.Of(log)));
        Say("durations", Best(() => CaseStatistics.Of(log)));
        foreach ((string name, LogFilter filter) in Filters(log, start, part))
        {
            Say("any:" + name, Best(() => DirectlyFollowsGraph.Of(log.Where(filter))));
        }

        Say("peak MB", Peak());
        if (snapshot)
        {
            SnapshotRun.Measure(log, file + ".snapshot", Say);
        }
    }

    public static EventLog Load(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return LogReader.Read(stream, file).Log;
    }

    private static IEnumerable<(string Name, LogFilter Filter)> Filters(EventLog log, string start, string part)
    {
        long middle = log.Times[log.EventCount / 2];
        yield return ("start", new LogFilter.StartActivities([start]));
        yield return ("end", new LogFilter.EndActivities([part]));
        yield return ("attribute", new LogFilter.EventAttributeValues("activity", [part]));
        yield return ("events by attribute", new LogFilter.EventAttributeValues("activity", [start, part], FilterLevel.Event));
        yield return ("contained", new LogFilter.TimeRange(long.MinValue, middle, TimeRangeMode.TracesContained));
        yield return ("intersecting", new LogFilter.TimeRange(long.MinValue, middle));
        yield return ("events in range", new LogFilter.TimeRange(long.MinValue, middle, TimeRangeMode.Events));
        yield return ("duration", new LogFilter.CasePerformance(86_400, 86_400 * 300));
        yield return ("size", new LogFilter.CaseSize(2, 5));
        yield return ("top variants", new LogFilter.VariantsTopK(5));
        yield return ("directly follows", new LogFilter.DirectlyFollowsRelation(start, part));
        yield return ("eventually follows", new LogFilter.EventuallyFollows(start, part));
        yield return ("path time", new LogFilter.PathsPerformance(start, part, 0, 86_400 * 100));
        yield return ("rework", new LogFilter.ActivitiesRework(part));
        yield return ("between", new LogFilter.Between(start, part));
        yield return ("never", new LogFilter.NotContains([part]));
    }

    public static double Best(Func<object> work)
    {
        double best = double.MaxValue;
        for (int i = 0; i < 7; i++)
        {
            best = Math.Min(best, Cpu(() => GC.KeepAlive(work())));
            if (i < 6)
            {
                Thread.Sleep(60);
            }
        }

        return best;
    }

    public static double Cpu(Action work)
    {
        Self.Refresh();
        TimeSpan before = Self.TotalProcessorTime;
        long clock = Stopwatch.GetTimestamp();
        work();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(clock);
        Self.Refresh();
        double cpu = (Self.TotalProcessorTime - before).TotalSeconds;

        // The kernel's CPU clock ticks coarsely; short work on one thread is timed by the wall.
        return elapsed.TotalSeconds < 0.1 ? elapsed.TotalSeconds : cpu;
    }

    public static void Say(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.#####}"));

    private static double Peak()
    {
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
