using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class SqliteLogStore(IDatabase database) : LogStore(database)
{
    public override Task<bool[]> ClaimAsync(DbTransaction transaction, int source, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        using var insert = new SqliteStatement(Of(transaction), "insert or ignore into log_known (source, id) values (?1, ?2)");
        insert.Bind(1, source);
        var fresh = new bool[ids.Count];
        for (var i = 0; i < fresh.Length; i++)
        {
            fresh[i] = insert.BindText(2, ids[i]).Run();
        }

        return Task.FromResult(fresh);
    }

    public override Task<long[]> ResolveAsync(DbTransaction transaction, LogTransaction state, IReadOnlyList<(int Type, byte[] Utf8Id)> objects, CancellationToken cancellationToken)
    {
        var connection = Of(transaction);
        using var insert = new SqliteStatement(connection, "insert or ignore into log_object (number, type, id) values (?1, ?2, ?3)");
        using var find = new SqliteStatement(connection, "select number from log_object where type = ?1 and id = ?2");
        var numbers = new long[objects.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (type, id) = objects[i];
            if (insert.Bind(1, state.Object + 1).Bind(2, type).BindText(3, id).Run())
            {
                numbers[i] = ++state.Object;
                continue;
            }

            find.Bind(1, type).BindText(2, id).Step();
            numbers[i] = find.Number(0);
            find.Reset();
        }

        return Task.FromResult(numbers);
    }

    public override unsafe Task WriteAsync(DbTransaction transaction, LogTransaction state, RowBuffer rows, ObjectTable objects, CancellationToken cancellationToken)
    {
        using var insert = new SqliteStatement(
            Of(transaction),
            "insert into log_event (position, time, name, channel, unit, objects, received, source, id, attributes) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        insert.Bind(7, state.Received);
        Span<byte> scratch = stackalloc byte[2048];
        fixed (byte* attributes = rows.Attributes)
        {
            foreach (ref readonly var row in rows.Rows)
            {
                insert.Bind(1, ++state.Position).Bind(2, row.Time).Bind(3, row.Name).Bind(4, row.Channel).Bind(5, row.Unit).Bind(8, row.Source);
                insert.BindBlob(6, Encode(rows, row, objects, scratch));
                if (row.IdText is null)
                {
                    insert.Bind(9, row.IdNumber);
                }
                else
                {
                    insert.BindText(9, row.IdText);
                }

                if (row.AttributeLength == 0)
                {
                    insert.BindNull(10);
                }
                else
                {
                    insert.BindPinnedText(10, attributes + row.AttributeStart, row.AttributeLength);
                }

                insert.Run();
            }
        }

        return Task.CompletedTask;
    }

    public override async Task MergeAsync(TimelineEntry[] sorted, int count, long from, long to, CancellationToken cancellationToken)
    {
        // Short transactions, so that other writers get their turn. Until the last one moves the watermark, readers
        // ignore these rows; after a crash the merge starts again and writes the same rows over.
        const int Slice = 5_000;
        for (var start = 0; start < count;)
        {
            var end = Math.Min(count, start + Slice);
            while (end < count && sorted[end].Object == sorted[end - 1].Object)
            {
                end++;
            }

            var slice = sorted.AsMemory(start, end - start);
            await Database.WriteAsync((transaction, _) => Insert(transaction, slice.Span), cancellationToken);
            start = end;
        }

        await Database.WriteAsync(
            (transaction, cancel) => transaction.Command("update log_merge set merged = @to where id = 1 and merged = @from", ("from", from), ("to", to)).RunAsync(cancel),
            cancellationToken);
    }

    public override void WriteIds(DbTransaction transaction, long run, IEnumerable<(int Bucket, ReadOnlyMemory<IdEntry> Entries)> buckets)
    {
        using var insert = new SqliteStatement(Of(transaction), "insert into log_id (run, bucket, entries) values (?1, ?2, ?3)");
        insert.Bind(1, run);
        foreach (var (bucket, entries) in buckets)
        {
            insert.Bind(2, bucket).BindBlob(3, IdRun.Write(entries.Span)).Run();
        }
    }

    public override Task<List<byte[]>> ReadIdsAsync(DbTransaction transaction, IReadOnlyList<(long Run, int Bucket)> buckets, CancellationToken cancellationToken)
    {
        using var find = new SqliteStatement(Of(transaction), "select entries from log_id where run = ?1 and bucket = ?2");
        var found = new List<byte[]>(buckets.Count);
        foreach (var (run, bucket) in buckets)
        {
            if (find.Bind(1, run).Bind(2, bucket).Step())
            {
                found.Add(find.Bytes(0).ToArray());
            }

            find.Reset();
        }

        return Task.FromResult(found);
    }

    private static Task Insert(DbTransaction transaction, ReadOnlySpan<TimelineEntry> sorted)
    {
        using var insert = new SqliteStatement(
            Of(transaction), "insert or replace into log_timeline (object, last_time, last_position, first_time, entries) values (?1, ?2, ?3, ?4, ?5)");
        Span<byte> scratch = stackalloc byte[TimelineRun.MaxBytes];
        while (!sorted.IsEmpty)
        {
            var run = NextRun(sorted);
            var last = run[^1];
            insert.Bind(1, last.Object).Bind(2, last.Time).Bind(3, last.Position).Bind(4, run[0].Time);
            insert.BindBlob(5, scratch[..TimelineRun.Write(run, scratch)]).Run();
            sorted = sorted[run.Length..];
        }

        return Task.CompletedTask;
    }

    private static SqliteConnection Of(DbTransaction transaction)
        => (SqliteConnection)(transaction.Connection ?? throw new InvalidOperationException("The transaction has ended."));
}
