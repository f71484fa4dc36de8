using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>
/// The stored runs of ids: written by each merge, two neighbours made one while they are of like size, so that few have to
/// be asked, and dropped once outside the window (a log-structured merge tree: O'Neil et al., 1996).
/// </summary>
internal sealed class IdRuns(IDatabase database, LogStore store, TimeProvider time)
{
    /// <summary>Ids of the largest run; a merge writes 16 bytes for each in one transaction.</summary>
    private const int Largest = 1 << 22;

    /// <summary>By age, as far as their numbers tell it.</summary>
    public static Task<List<IdRun>> ListAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => transaction.Command("select run, count, newest from log_id_run order by run").ListAsync(r => new IdRun(r.GetInt64(0), r.GetInt32(1), r.GetInt64(2)), cancellationToken);

    /// <summary>The hashes of a run.</summary>
    public static async Task<IdFilter> FilterAsync(DbTransaction transaction, IdRun run, CancellationToken cancellationToken)
    {
        var filter = new IdFilter(run.Count);
        await using var command = transaction.Command("select entries from log_id where run = @run", ("run", run.Number));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            foreach (ref readonly var entry in IdRun.Read((byte[])reader.GetValue(0)))
            {
                filter.Add(entry.Hash);
            }
        }

        return filter;
    }

    /// <summary>Writes the ids of the events after one position up to another, and tidies up. Nothing where another node was first.</summary>
    public async Task WriteAsync(List<IdEntry> entries, long from, long to, CancellationToken cancellationToken)
    {
        CollectionsMarshal.AsSpan(entries).Sort(default(IdEntry.Order));
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                var moved = await transaction.Command("update log_merge set identified = @to where id = 1 and identified = @from", ("from", from), ("to", to)).RunAsync(cancel);
                if (moved == 1 && entries.Count > 0)
                {
                    var run = await AddAsync(transaction, entries.Count, Microseconds.Of(time.GetUtcNow()), cancel);
                    store.WriteIds(transaction, run.Number, Buckets(run, entries));
                }
            },
            cancellationToken);
        await DropOldAsync(cancellationToken);
        while (await JoinAsync(cancellationToken))
        {
        }
    }

    private static async Task<IdRun> AddAsync(DbTransaction transaction, int count, long newest, CancellationToken cancellationToken)
    {
        var number = 1 + await transaction.Command("select coalesce(max(run), 0) from log_id_run").ScalarAsync<long>(cancellationToken);
        await transaction.Command("insert into log_id_run (run, count, newest) values (@run, @count, @newest)", ("run", number), ("count", count), ("newest", newest)).RunAsync(cancellationToken);
        return new IdRun(number, count, newest);
    }

    private static IEnumerable<(int Bucket, ReadOnlyMemory<IdEntry> Entries)> Buckets(IdRun run, IEnumerable<IdEntry> sorted)
    {
        var bucket = new List<IdEntry>();
        var number = 0;
        foreach (var entry in sorted)
        {
            if (run.BucketOf(entry.Hash) != number)
            {
                if (bucket.Count > 0)
                {
                    yield return (number, bucket.ToArray());
                    bucket.Clear();
                }

                number = run.BucketOf(entry.Hash);
            }

            bucket.Add(entry);
        }

        if (bucket.Count > 0)
        {
            yield return (number, bucket.ToArray());
        }
    }

    private Task DropOldAsync(CancellationToken cancellationToken)
    {
        var oldest = Microseconds.Of(time.GetUtcNow() - ILiveAppender.Window);
        return database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command("delete from log_id where run in (select run from log_id_run where newest < @oldest)", ("oldest", oldest)).RunAsync(cancel);
                await transaction.Command("delete from log_id_run where newest < @oldest", ("oldest", oldest)).RunAsync(cancel);
            },
            cancellationToken);
    }

    /// <summary>Makes one of the two latest runs where the older is not much larger. False where there is nothing to join.</summary>
    private Task<bool> JoinAsync(CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                // Keeps other nodes from joining or dropping at the same time; appends go on.
                await transaction.Command("update log_merge set identified = identified where id = 1").RunAsync(cancel);
                var runs = await ListAsync(transaction, cancel);
                if (runs.Count < 2 || runs[^2].Count > 2 * runs[^1].Count || runs[^2].Count + runs[^1].Count > Largest)
                {
                    return false;
                }

                var (older, newer) = (runs[^2], runs[^1]);
                var joined = await AddAsync(transaction, older.Count + newer.Count, Math.Max(older.Newest, newer.Newest), cancel);
                await using (var connection = await database.OpenAsync(cancel))
                await using (var another = await database.OpenAsync(cancel))
                {
                    store.WriteIds(transaction, joined.Number, Buckets(joined, Merged(Read(connection, older), Read(another, newer))));
                }

                var both = string.Create(CultureInfo.InvariantCulture, $"({older.Number}, {newer.Number})");
                await transaction.Command("delete from log_id where run in " + both).RunAsync(cancel);
                await transaction.Command("delete from log_id_run where run in " + both).RunAsync(cancel);
                return true;
            },
            cancellationToken);

    private static IEnumerable<IdEntry> Read(DbConnection connection, IdRun run)
    {
        using var command = connection.Command("select entries from log_id where run = @run order by bucket", ("run", run.Number));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            foreach (var entry in IdRun.Read((byte[])reader.GetValue(0)).ToArray())
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<IdEntry> Merged(IEnumerable<IdEntry> first, IEnumerable<IdEntry> second)
    {
        using var a = first.GetEnumerator();
        using var b = second.GetEnumerator();
        bool hasA = a.MoveNext(), hasB = b.MoveNext();
        while (hasA || hasB)
        {
            if (hasA && (!hasB || a.Current.Hash <= b.Current.Hash))
            {
                yield return a.Current;
                hasA = a.MoveNext();
            }
            else
            {
                yield return b.Current;
                hasB = b.MoveNext();
            }
        }
    }
}
