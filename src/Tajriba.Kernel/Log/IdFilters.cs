using System.Collections.Concurrent;

namespace Tajriba.Kernel.Log;

/// <summary>The filters of the runs that this process has written, for those who look ids up: made on the way, not read back.</summary>
internal sealed class IdFilters
{
    private readonly ConcurrentDictionary<long, IdFilter> byRun = new();

    public void Put(long run, IdFilter filter) => byRun[run] = filter;

    /// <summary>Hands a filter over; null where another process has written the run, or before a restart.</summary>
    public IdFilter? Take(long run) => byRun.TryRemove(run, out var filter) ? filter : null;

    /// <summary>Forgets those of runs that count no more: a node that appends nothing takes none.</summary>
    public void Keep(IReadOnlyCollection<long> runs)
    {
        foreach (var run in byRun.Keys.Except(runs))
        {
            byRun.TryRemove(run, out _);
        }
    }
}
