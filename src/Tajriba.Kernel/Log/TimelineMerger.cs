using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>
/// Moves the events of each object into the clustered timeline in large sorted merges: appending stays sequential and the
/// index is written many entries to a page. The ids of live events go into their runs on the same way.
/// </summary>
internal sealed class TimelineMerger(IDatabase database, ExperienceLog log, TimeProvider time)
{
    private const int MaxEvents = 500_000;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly IdRuns runs = new(database, log.Store, time);
    private TimelineEntry[] entries = [];

    /// <summary>Events that wait for a merge.</summary>
    public async Task<long> WaitingAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("select h.position - m.merged from log_head h join log_merge m on m.id = h.id").ScalarAsync<long>(cancellationToken);
    }

    /// <summary>Merges where enough waits for it to be worth while; bounds what readers keep in memory while an import runs.</summary>
    public async Task MergeIfManyAsync(CancellationToken cancellationToken = default)
    {
        if (await WaitingAsync(cancellationToken) >= MaxEvents)
        {
            await MergeAsync(cancellationToken);
        }
    }

    /// <summary>Merges all that waits.</summary>
    public async Task MergeAsync(CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (await MergeOnceAsync(cancellationToken))
            {
            }
        }
        finally
        {
            entries = [];
            turn.Release();
        }
    }

    /// <summary>Throws the timeline away and makes it again from the log.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    await transaction.Command("update log_merge set merged = 0, target = 0 where id = 1").RunAsync(cancel);
                    await transaction.Command("delete from log_timeline").RunAsync(cancel);
                },
                cancellationToken);
            while (await MergeOnceAsync(cancellationToken))
            {
            }
        }
        finally
        {
            entries = [];
            turn.Release();
        }
    }

    private async Task<bool> MergeOnceAsync(CancellationToken cancellationToken)
    {
        var (from, target, identified) = await AimAsync(cancellationToken);
        if (target == from)
        {
            return false;
        }

        var live = await LiveAppender.SourcesAsync(database, cancellationToken);
        var ids = new List<IdEntry>();
        var count = 0;
        log.Scan(
            Math.Min(from, identified),
            target,
            ScanParts.Ids,
            (in CodedEvent item) =>
            {
                if (item.Position > from)
                {
                    Add(item, ref count);
                }

                if (item.Position > identified && live.Contains(item.Source))
                {
                    ids.Add(new IdEntry(item.IdHash, item.Position));
                }
            },
            cancellationToken);
        entries.AsSpan(0, count).Sort(default(TimelineEntry.Order));
        await log.Store.MergeAsync(entries, Distinct(entries, count), from, target, cancellationToken);
        if (target > identified)
        {
            await runs.WriteAsync(ids, identified, target, cancellationToken);
        }

        return true;
    }

    /// <summary>From where and how far the next merge goes: as far as one that was cut off, or as is waiting.</summary>
    private Task<(long From, long Target, long Identified)> AimAsync(CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var rows = await transaction.Command("select h.position, m.merged, m.target, m.identified from log_head h join log_merge m on m.id = h.id")
                    .ListAsync(r => (Head: r.GetInt64(0), Merged: r.GetInt64(1), Target: r.GetInt64(2), Identified: r.GetInt64(3)), cancel);
                var (head, merged, target, identified) = rows[0];
                if (target <= merged)
                {
                    target = Math.Min(head, merged + MaxEvents);
                    await transaction.Command("update log_merge set target = @target where id = 1", ("target", target)).RunAsync(cancel);
                }

                return (merged, target, identified);
            },
            cancellationToken);

    private void Add(in CodedEvent item, ref int count)
    {
        if (count + item.Objects.Length > entries.Length)
        {
            Array.Resize(ref entries, Math.Max(Math.Max(4096, entries.Length * 2), count + item.Objects.Length));
        }

        foreach (var number in item.Objects)
        {
            entries[count++] = new TimelineEntry(number, item.Time, item.Position);
        }
    }

    private static int Distinct(TimelineEntry[] sorted, int count)
    {
        var kept = 1;
        for (var i = 1; i < count; i++)
        {
            if (sorted[i] != sorted[kept - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        return kept;
    }
}
