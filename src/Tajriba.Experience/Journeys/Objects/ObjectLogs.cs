using System.Collections.Concurrent;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>
/// The object logs in use, in memory and current within seconds: a type's log is read when first asked for, then every growth of the experience log is merged in, at most
/// every two seconds and with pauses ten times as long as the work.
/// </summary>
public sealed class ObjectLogs(IExperienceLog log, TimeProvider clock) : ILogSubscriber
{
    private const int PausePerWork = 10;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostLag = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly List<Action<ObjectLog>> watchers = [];
    private TimeSpan pause = ShortestPause;
    private long lastMerge = clock.GetTimestamp();

    /// <summary>Calls back after a log has grown, with the log as it is now.</summary>
    public void Watch(Action<ObjectLog> grown) => watchers.Add(grown);

    public string Name => "journeys.objects";

    /// <summary>The log of a type; empty where the experience log has no such objects.</summary>
    public async Task<ObjectLog> GetAsync(string objectType, CancellationToken cancellationToken = default)
    {
        var entry = entries.GetOrAdd(objectType, _ => new Entry());
        var current = entry.Current;
        return current is null || (current.Position < log.Head && clock.GetElapsedTime(entry.MergedAt) > MostLag)
            ? await CatchUpAsync(objectType, entry, cancellationToken)
            : current;
    }

    public async Task<long> HandleAsync(IExperienceLog source, long afterPosition, CancellationToken cancellationToken)
    {
        var since = clock.GetElapsedTime(Interlocked.Read(ref lastMerge));
        if (since < pause)
        {
            await Task.Delay(pause - since, clock, cancellationToken);
        }

        var head = log.Head;
        var begin = clock.GetTimestamp();
        foreach (var (objectType, entry) in entries)
        {
            await CatchUpAsync(objectType, entry, cancellationToken);
        }

        var work = clock.GetElapsedTime(begin) * PausePerWork;
        pause = work > ShortestPause ? work : ShortestPause;
        Interlocked.Exchange(ref lastMerge, clock.GetTimestamp());
        return Math.Max(head, afterPosition);
    }

    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        foreach (var (objectType, entry) in entries)
        {
            await entry.Gate.WaitAsync(cancellationToken);
            entry.Current = ObjectLog.Empty(objectType);
            entry.Gate.Release();
        }
    }

    private async Task<ObjectLog> CatchUpAsync(string objectType, Entry entry, CancellationToken cancellationToken)
    {
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var before = entry.Current;
            var after = await Task.Run(() => ObjectLogReader.CatchUp(log, before ?? ObjectLog.Empty(objectType), cancellationToken), cancellationToken);
            entry.Current = after;
            entry.MergedAt = clock.GetTimestamp();
            if (before is not null && after.Position > before.Position)
            {
                watchers.ForEach(watch => watch(after));
            }

            return after;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public ObjectLog? Current { get; set; }

        public long MergedAt { get; set; }

    }
}
