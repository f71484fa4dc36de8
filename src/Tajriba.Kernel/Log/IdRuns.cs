using System.Data.Common;
using System.Runtime.InteropServices;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>
/// The stored runs of ids: written by each merge, neighbours made one while they are of like size, so that few have to be
/// asked, and dropped once outside the window (a log-structured merge tree: O'Neil et al., 1996). All in short
/// transactions, so that appends get their turn; what is not whole yet does not count.
/// </summary>
internal sealed class IdRuns(IDatabase database, LogStore store, IdFilters filters, TimeProvider time)
{
    /// <summary>Ids of the largest run.</summary>
    private const int Largest = 1 << 22;

    /// <summary>Runs made one at a time: more are joined more seldom, and more have to be asked.</summary>
    private const int Joined = 4;

    /// <summary>Buckets to a transaction: some milliseconds.</summary>
    private const int Slice = 256;

    /// <summary>A run that is replaced stays for those who have not heard of it yet.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private enum State
    {
        Writing = 0,
        Counts = 1,
        Replaced = 2,
    }

    /// <summary>By age, as far as their numbers tell it.</summary>
    public static Task<List<IdRun>> ListAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => transaction.Command("select run, count, newest from log_id_run where state = @counts order by run", ("counts", (int)State.Counts))
            .ListAsync(r => new IdRun(r.GetInt64(0), r.GetInt32(1), r.GetInt64(2)), cancellationToken);

    /// <summary>
    /// Up to which event ids are in runs, how many runs there are, and the last one's number: while none of it changes, those
    /// listed before still stand, since a join makes one of several.
    /// </summary>
    public static async Task<(long Identified, long Count, long Last)> StandAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => (await transaction.Command(
            "select m.identified, count(r.run), coalesce(max(r.run), 0) from log_merge m left join log_id_run r on r.state = @counts where m.id = 1 group by m.identified",
            ("counts", (int)State.Counts)).ListAsync(r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), cancellationToken))[0];

    /// <summary>The hashes of a run.</summary>
    public static async Task<IdFilter> FilterAsync(DbTransaction transaction, IdRun run, CancellationToken cancellationToken)
    {
        var filter = new IdFilter(run.Count);
        await using var command = transaction.Command("select entries from log_id where run = @run", ("run", run.Number));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            filter.Add(IdRun.Read((byte[])reader.GetValue(0)));
        }

        return filter;
    }

    /// <summary>Writes the ids of the events after one position up to another, and tidies up. Nothing where another node was first.</summary>
    public async Task WriteAsync(List<IdEntry> entries, long from, long to, CancellationToken cancellationToken)
    {
        CollectionsMarshal.AsSpan(entries).Sort(default(IdEntry.Order));
        var run = entries.Count == 0 ? null : await AddAsync(entries.Count, Microseconds.Of(time.GetUtcNow()), cancellationToken);
        if (run is not null)
        {
            var at = 0;
            await FillAsync(run, (last, bucket) => Take(entries, ref at, last, bucket), cancellationToken);
        }

        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                var moved = await transaction.Command("update log_merge set identified = @to where id = 1 and identified = @from", ("from", from), ("to", to)).RunAsync(cancel);
                if (run is not null)
                {
                    await EndAsync(transaction, run, moved == 1, cancel);
                }
            },
            cancellationToken);
        while (await JoinAsync(cancellationToken))
        {
        }

        await DropAsync(cancellationToken);
    }

    private Task<IdRun> AddAsync(int count, long newest, CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                // Keeps other nodes from taking the same number.
                await transaction.Command("update log_merge set identified = identified where id = 1").RunAsync(cancel);
                var number = 1 + await transaction.Command("select coalesce(max(run), 0) from log_id_run").ScalarAsync<long>(cancel);
                await transaction.Command(
                    "insert into log_id_run (run, count, newest, state) values (@run, @count, @newest, @state)",
                    ("run", number), ("count", count), ("newest", newest), ("state", (int)State.Writing)).RunAsync(cancel);
                return new IdRun(number, count, newest);
            },
            cancellationToken);

    /// <summary>From now on a run counts, or is replaced.</summary>
    private Task EndAsync(DbTransaction transaction, IdRun run, bool counts, CancellationToken cancellationToken)
        => counts
            ? transaction.Command("update log_id_run set state = @state where run = @run", ("run", run.Number), ("state", (int)State.Counts)).RunAsync(cancellationToken)
            : transaction.Command(
                "update log_id_run set state = @state, newest = @now where run = @run",
                ("run", run.Number), ("state", (int)State.Replaced), ("now", Microseconds.Of(time.GetUtcNow()))).RunAsync(cancellationToken);

    private static void Take(List<IdEntry> sorted, ref int at, ulong last, List<IdEntry> bucket)
    {
        var start = at;
        while (at < sorted.Count && sorted[at].Hash <= last)
        {
            at++;
        }

        bucket.AddRange(CollectionsMarshal.AsSpan(sorted)[start..at]);
    }

    /// <summary>Writes a run bucket by bucket, each filled by what it is given with the last hash that belongs there.</summary>
    private async Task FillAsync(IdRun run, Action<ulong, List<IdEntry>> take, CancellationToken cancellationToken)
    {
        var filter = new IdFilter(run.Count);
        var bucket = new List<IdEntry>();
        var buckets = new List<(int, ReadOnlyMemory<IdEntry>)>(Slice);
        for (var number = 0; number < run.Buckets;)
        {
            buckets.Clear();
            for (; number < run.Buckets && buckets.Count < Slice; number++)
            {
                bucket.Clear();
                take(run.LastOf(number), bucket);
                if (bucket.Count > 0)
                {
                    CollectionsMarshal.AsSpan(bucket).Sort(default(IdEntry.Order));
                    filter.Add(CollectionsMarshal.AsSpan(bucket));
                    buckets.Add((number, bucket.ToArray()));
                }
            }

            await database.WriteAsync(
                (transaction, _) =>
                {
                    store.WriteIds(transaction, run.Number, buckets);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }

        filters.Put(run.Number, filter);
    }

    /// <summary>Makes one of the latest runs where the oldest of them is not much larger than another. False where there is nothing to join.</summary>
    private async Task<bool> JoinAsync(CancellationToken cancellationToken)
    {
        var runs = await database.WriteAsync(async (transaction, cancel) => (await ListAsync(transaction, cancel)).TakeLast(Joined).ToList(), cancellationToken);
        if (runs.Count < Joined || runs[0].Count > 2 * runs[1..].Max(r => r.Count) || runs.Sum(r => r.Count) > Largest)
        {
            return false;
        }

        var joined = await AddAsync(runs.Sum(r => r.Count), runs.Max(r => r.Newest), cancellationToken);
        var connections = new List<DbConnection>();
        var readers = new List<IdRunReader>();
        try
        {
            foreach (var run in runs)
            {
                connections.Add(await database.OpenAsync(cancellationToken));
                readers.Add(new IdRunReader(connections[^1], run));
            }

            await FillAsync(joined, (last, bucket) => readers.ForEach(r => r.Take(last, bucket)), cancellationToken);
        }
        finally
        {
            readers.ForEach(r => r.Dispose());
            connections.ForEach(c => c.Dispose());
        }

        return await database.WriteAsync(
            async (transaction, cancel) =>
            {
                // Keeps other nodes from joining at the same time; whoever comes second has joined for nothing.
                await transaction.Command("update log_merge set identified = identified where id = 1").RunAsync(cancel);
                var isFirst = runs.ToHashSet().IsSubsetOf(await ListAsync(transaction, cancel));
                await EndAsync(transaction, joined, isFirst, cancel);
                foreach (var run in isFirst ? runs : [])
                {
                    await EndAsync(transaction, run, counts: false, cancel);
                }

                return isFirst;
            },
            cancellationToken);
    }

    /// <summary>Deletes what is outside the window, or was replaced a while ago.</summary>
    private async Task DropAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var gone = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                filters.Keep([.. (await ListAsync(transaction, cancel)).Select(r => r.Number)]);
                return await transaction.Command(
                    "select run, count, newest from log_id_run where newest < @oldest or (state = @replaced and newest < @kept)",
                    ("oldest", Microseconds.Of(now - ILiveAppender.Window)), ("kept", Microseconds.Of(now - Kept)), ("replaced", (int)State.Replaced))
                    .ListAsync(r => new IdRun(r.GetInt64(0), r.GetInt32(1), r.GetInt64(2)), cancel);
            },
            cancellationToken);
        foreach (var run in gone)
        {
            for (var first = 0; first < run.Buckets; first += Slice)
            {
                await database.WriteAsync(
                    (transaction, cancel) => transaction.Command(
                        "delete from log_id where run = @run and bucket >= @first and bucket < @end", ("run", run.Number), ("first", first), ("end", first + Slice)).RunAsync(cancel),
                    cancellationToken);
            }

            await database.WriteAsync((transaction, cancel) => transaction.Command("delete from log_id_run where run = @run", ("run", run.Number)).RunAsync(cancel), cancellationToken);
        }
    }
}
