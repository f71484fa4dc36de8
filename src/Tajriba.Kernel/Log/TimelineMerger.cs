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
    private readonly IdRuns runs = new(database, log.Store, log.IdFilters, time);
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
            await MergeAsync(MaxEvents, cancellationToken);
        }
    }

    /// <summary>Merges all that waits now.</summary>
    public Task MergeAsync(CancellationToken cancellationToken = default) => MergeAsync(1, cancellationToken);

    /// <summary>Merges in portions while at least so many events wait of those that are there now: small portions are dear.</summary>
    private async Task MergeAsync(int fewest, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await MergePortionsAsync(fewest, cancellationToken);
        }
        finally
        {
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
            await MergePortionsAsync(1, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task MergePortionsAsync(int fewest, CancellationToken cancellationToken)
    {
        try
        {
            var aim = await AimAsync(cancellationToken);
            var head = aim.Head;
            while (aim.Target > aim.From)
            {
                await MergeAsync(aim, cancellationToken);
                if (head - aim.Target < fewest)
                {
                    return;
                }

                aim = await AimAsync(cancellationToken);
            }
        }
        finally
        {
            entries = [];
        }
    }

    private async Task MergeAsync(Aim aim, CancellationToken cancellationToken)
    {
        var (_, from, target, identified, live) = aim;
        var ids = new List<IdEntry>((int)Math.Clamp(target - identified, 0, MaxEvents));
        var count = 0;
        Array.Resize(ref entries, Math.Max(entries.Length, (int)Math.Min(target - from, MaxEvents)));
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
    }

    /// <summary>From where and how far the next merge goes: as far as one that was cut off, or as is waiting.</summary>
    private Task<Aim> AimAsync(CancellationToken cancellationToken)
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

                return new Aim(head, merged, target, identified, await LiveAppender.SourcesAsync(transaction, cancel));
            },
            cancellationToken);

    private void Add(in CodedEvent item, ref int count)
    {
        if (count + item.Objects.Length > entries.Length)
        {
            Array.Resize(ref entries, Math.Max(entries.Length + (entries.Length / 2), count + item.Objects.Length));
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

    /// <param name="Head">Last event of the log.</param>
    /// <param name="From">Last merged event.</param>
    /// <param name="Target">Last event to merge.</param>
    /// <param name="Identified">Last event whose id is in a run.</param>
    /// <param name="Live">Codes of the sources that tell live.</param>
    private sealed record Aim(long Head, long From, long Target, long Identified, HashSet<int> Live);
}
