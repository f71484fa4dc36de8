using System.Collections.Concurrent;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>
/// The object logs in use, current within seconds: a type's log is taken from its file, or read when first asked for, then every
/// growth of the experience log is merged in.
/// </summary>
public sealed class ObjectLogs(IExperienceLog log, ObjectLogFiles files, TimeProvider clock) : ILogSubscriber
{
    private const int FewestKept = 100_000;
    private const int FewestReadApart = 2_000_000;
    private const int TailShare = 10;
    private static readonly TimeSpan MostLag = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly List<Action<ObjectLog>> watchers = [];
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Calls back after a log has grown, with the log as it is now.</summary>
    public void Watch(Action<ObjectLog> grown) => watchers.Add(grown);

    public string Name => "journeys.objects";

    /// <summary>Who looks at a journey sees what has just happened.</summary>
    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    /// <summary>The log of a type; empty where the experience log has no such objects.</summary>
    public async Task<ObjectLog> GetAsync(string objectType, CancellationToken cancellationToken = default)
    {
        if (entries.TryGetValue(objectType, out var entry) && IsFresh(entry))
        {
            return entry.Log;
        }

        await CatchUpAsync([objectType], cancellationToken);
        return entries[objectType].Log;
    }

    /// <summary>Makes sure that the logs of some types are there; those that are not are read in one pass.</summary>
    public async Task WarmAsync(IEnumerable<string> objectTypes, CancellationToken cancellationToken = default)
    {
        string[] missing = [.. objectTypes.Distinct(StringComparer.Ordinal).Where(t => !entries.ContainsKey(t))];
        if (missing.Length > 0)
        {
            await CatchUpAsync(missing, cancellationToken);
        }
    }

    public async Task<long> HandleAsync(IExperienceLog source, long afterPosition, CancellationToken cancellationToken)
    {
        var head = log.Head;
        await CatchUpAsync([.. entries.Keys], cancellationToken);
        return Math.Max(head, afterPosition);
    }

    /// <summary>Forgets the logs in use and those kept in files; what was there is read anew.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var objectType in files.Kept().Union(entries.Keys, StringComparer.Ordinal))
            {
                files.Drop(objectType);
                entries[objectType] = new Entry(ObjectLog.Empty(objectType), clock.GetTimestamp());
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private bool IsFresh(Entry entry) => entry.Log.Position >= log.Head || clock.GetElapsedTime(entry.MergedAt) <= MostLag;

    private async Task CatchUpAsync(IReadOnlyList<string> objectTypes, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            // A large log is read once for each type that has no file yet: slower, but only one of them is in memory at a time.
            string[] fresh = log.Head < FewestReadApart ? [] : [.. objectTypes.Where(t => !entries.ContainsKey(t) && !files.Kept().Contains(t, StringComparer.Ordinal))];
            string[] together = [.. objectTypes.Except(fresh, StringComparer.Ordinal)];
            foreach (var types in fresh.Select(t => new[] { t }).Append(together).Where(t => t.Length > 0))
            {
                if (await ReadAsync(types, cancellationToken))
                {
                    // What was read to make files is large and of no more use: rare enough to ask for it back at once, and only
                    // here, where nothing refers to it any more.
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Reads what the logs of some types lack. Returns whether any was put into its file.</summary>
    private async Task<bool> ReadAsync(IReadOnlyList<string> objectTypes, CancellationToken cancellationToken)
    {
        var before = new List<ObjectLog>();
        foreach (var objectType in objectTypes)
        {
            before.Add(entries.TryGetValue(objectType, out var entry)
                ? entry.Log
                : await files.OpenAsync(objectType, cancellationToken) ?? ObjectLog.Empty(objectType));
        }

        var after = await Task.Run(() => ObjectLogReader.CatchUp(log, before, cancellationToken), cancellationToken);
        var kept = false;
        for (var i = 0; i < objectTypes.Count; i++)
        {
            kept |= await TakeAsync(before[i], after[i], cancellationToken);
        }

        return kept;
    }

    private async Task<bool> TakeAsync(ObjectLog before, ObjectLog after, CancellationToken cancellationToken)
    {
        var met = entries.ContainsKey(after.ObjectType);
        var keeps = IsWorthKeeping(after);
        if (keeps)
        {
            after = await files.KeepAsync(after, cancellationToken);
        }

        entries[after.ObjectType] = new Entry(after, clock.GetTimestamp());
        if (met && !ReferenceEquals(after.Events, before.Events))
        {
            watchers.ForEach(watch => watch(after));
        }

        return keeps;
    }

    /// <summary>Of a large log every type is kept, since each that is not costs another reading at the next start.</summary>
    private bool IsWorthKeeping(ObjectLog objects)
        => objects.Source is null
            ? objects.Events.EventCount >= (log.Head < FewestReadApart ? FewestKept : 1)
            : objects.Tail is { } tail && tail.EventCount > Math.Max(FewestKept, objects.Base.EventCount / TailShare);

    private sealed record Entry(ObjectLog Log, long MergedAt);
}
