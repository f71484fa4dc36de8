using System.Diagnostics;

namespace Tajriba.Bench.Collect;

/// <summary>What a server did and used in a stretch of time.</summary>
/// <param name="Seconds">Time on the clock.</param>
/// <param name="CpuSeconds">User and kernel time of the server, and of the database server where there is one.</param>
/// <param name="Events">Events acknowledged.</param>
/// <param name="Failed">Requests answered with neither 200 nor 429.</param>
internal sealed record Window(double Seconds, double CpuSeconds, long Events, long Failed)
{
    public double PerCpuSecond => Events / CpuSeconds;

    public double PerSecond => Events / Seconds;

    /// <summary>Loads a server with all it takes, lets it settle, and measures.</summary>
    public static async Task<Window> OfAsync(LoadTarget target, int server, int connections, int events, TimeSpan length, PostgresCluster? cluster = null)
    {
        var tally = new LoadTally();
        await using var load = new ClosedLoad(target, connections, events, tally);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        return await OfAsync(tally, server, length, cluster);
    }

    /// <summary>Measures under a load that runs already.</summary>
    public static async Task<Window> OfAsync(LoadTally tally, int server, TimeSpan length, PostgresCluster? cluster = null)
    {
        (double cpu, long events, long failed) = (Cpu(server, cluster), tally.Accepted, tally.Failed);
        long begun = Stopwatch.GetTimestamp();
        await Task.Delay(length);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new Window(seconds, Cpu(server, cluster) - cpu, tally.Accepted - events, tally.Failed - failed);
    }

    public static double Cpu(int server, PostgresCluster? cluster) => ProcessCost.CpuSeconds(server) + (cluster?.CpuSeconds ?? 0);

    /// <summary>The middle one of some figures.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
