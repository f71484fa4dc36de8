using System.IO.MemoryMappedFiles;
using Tajriba.ProcessMining;

namespace Tajriba.Bench;

/// <summary>Writes a log's snapshot, opens it, and appends to it.</summary>
internal static class SnapshotRun
{
    private const int Added = 1_000;
    private const int Seed = 7;

    public static void Measure(EventLog log, string file, Action<string, double> say)
    {
        using (FileStream stream = File.Create(file))
        {
            LogSnapshot.Write(log, stream);
        }

        double open = double.MaxValue;
        double append = double.MaxValue;
        double plain = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            using MemoryMappedFile mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            LogSnapshot? snapshot = null;
            open = Math.Min(open, MiningRun.Cpu(() => snapshot = LogSnapshot.Open(mapped)));
            EventLogBuilder events = Events(snapshot!.Log, Seed + i);
            append = Math.Min(append, MiningRun.Cpu(() => GC.KeepAlive(DirectlyFollowsGraph.Of(snapshot.Log.Append(events)))));
            plain = Math.Min(plain, MiningRun.Cpu(() => GC.KeepAlive(DirectlyFollowsGraph.Of(snapshot.Log.All()))));
            snapshot.Dispose();
        }

        say("snapshot open", open);
        say("append+redraw", append);
        say("snapshot recount", plain);
        File.Delete(file);
    }

    /// <summary>New events, half of them in cases that the log knows, at times within them.</summary>
    private static EventLogBuilder Events(EventLog log, int seed)
    {
        var random = new Random(seed);
        var builder = new EventLogBuilder();
        for (int i = 0; i < Added; i++)
        {
            int known = random.Next(log.CaseCount);
            string id = i % 2 == 0 ? log.CaseIds[known] : $"new-{i / 10}";
            builder.Add(id, log.Activities[random.Next(log.Activities.Count)], log.Times[log.CaseOffsets[known]] + random.NextInt64(3_600_000_000));
        }

        return builder;
    }
}
