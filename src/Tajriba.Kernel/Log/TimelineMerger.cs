using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>
/// Moves the events of each object into the clustered timeline in large sorted merges: appending stays sequential and the
/// index is written many entries to a page.
/// </summary>
internal sealed class TimelineMerger(IDatabase database, ExperienceLog log)
{
    private const int MaxEvents = 1_000_000;
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Events that wait for a merge.</summary>
    public async Task<long> WaitingAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("select h.position - m.merged from log_head h join log_merge m on m.id = h.id").ScalarAsync<long>(cancellationToken);
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
                    await transaction.Command("update log_merge set merged = 0 where id = 1").RunAsync(cancel);
                    await transaction.Command("delete from log_timeline").RunAsync(cancel);
                },
                cancellationToken);
            while (await MergeOnceAsync(cancellationToken))
            {
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<bool> MergeOnceAsync(CancellationToken cancellationToken)
    {
        long from;
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            from = await connection.Command("select merged from log_merge where id = 1").ScalarAsync<long>(cancellationToken);
        }

        var entries = new TimelineEntry[1 << 12];
        var count = 0;
        var to = log.Store.Scan(
            from,
            from + MaxEvents,
            withAttributes: false,
            (in CodedEvent item) =>
            {
                if (count + item.Objects.Length > entries.Length)
                {
                    Array.Resize(ref entries, Math.Max(entries.Length * 2, count + item.Objects.Length));
                }

                foreach (var number in item.Objects)
                {
                    entries[count++] = new TimelineEntry(number, item.Time, item.Position);
                }
            },
            cancellationToken);
        if (to == from)
        {
            return false;
        }

        entries.AsSpan(0, count).Sort(default(TimelineEntry.Order));
        await log.Store.MergeAsync(entries, Distinct(entries, count), from, to, cancellationToken);
        return true;
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
