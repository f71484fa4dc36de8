using Tajriba.ProcessMining;

namespace Tajriba.Bench;

/// <summary>Writes a log's snapshot, opens it, and appends to it.</summary>
internal static class SnapshotRun
{
    public static void Measure(EventLog log, string file, Action<string, double> say)
    {
    }
}
