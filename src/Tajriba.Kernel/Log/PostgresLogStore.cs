using System.Data.Common;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class PostgresLogStore(IDatabase database) : LogStore(database)
{
    private const int Part = 10_000;

    public override async Task<bool[]> ClaimAsync(DbTransaction transaction, int source, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await using var command = (NpgsqlCommand)transaction.Command(
            "insert into log_known (source, id) select @source, t from unnest(@ids) t on conflict do nothing returning id", ("source", source));
        command.Parameters.Add(new NpgsqlParameter<string[]>("ids", [.. ids]));
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            fresh.Add(reader.GetString(0));
        }

        return [.. ids.Select(fresh.Contains)];
    }

    public override async Task<long[]> ResolveAsync(DbTransaction transaction, LogTransaction state, IReadOnlyList<(int Type, byte[] Utf8Id)> objects, CancellationToken cancellationToken)
    {
        var numbers = new long[objects.Count];
        for (var start = 0; start < numbers.Length; start += Part)
        {
            var length = Math.Min(Part, numbers.Length - start);
            await ResolveAsync(transaction, state, objects, numbers.AsMemory(start, length), start, cancellationToken);
        }

        return numbers;
    }

    public override Task WriteAsync(DbTransaction transaction, LogTransaction state, RowBuffer rows, ObjectTable objects, CancellationToken cancellationToken)
    {
        using var stream = Of(transaction).BeginRawBinaryCopy(
            "copy log_event (subject, position, time, received, source, name, channel, unit, id, objects, attributes) from stdin (format binary)");
        using var copy = new PostgresCopyWriter(stream);
        Span<byte> scratch = stackalloc byte[2048];
        Span<byte> digits = stackalloc byte[20];
        foreach (ref readonly var row in rows.Rows)
        {
            copy.Row(11);
            copy.Number(objects.Number(rows.ObjectsOf(row)[0]));
            copy.Number(++state.Position);
            copy.Number(row.Time);
            copy.Number(state.Received);
            copy.Number(row.Source);
            copy.Number(row.Name);
            copy.Number(row.Channel);
            copy.Number(row.Unit);
            if (row.IdText is null)
            {
                _ = row.IdNumber.TryFormat(digits, out var length);
                copy.Bytes(digits[..length]);
            }
            else
            {
                copy.Bytes(Encoding.UTF8.GetBytes(row.IdText));
            }

            copy.Bytes(Encode(rows, row, objects, scratch));
            if (row.AttributeLength == 0)
            {
                copy.Null();
            }
            else
            {
                copy.Bytes(rows.AttributesOf(row));
            }
        }

        copy.End();
        return Task.CompletedTask;
    }

    public override Task MergeAsync(TimelineEntry[] sorted, int count, long from, long to, CancellationToken cancellationToken)
        => Database.WriteAsync(
            async (transaction, cancel) =>
            {
                // Whoever moves the watermark first merges; another node finds it moved and does nothing.
                if (await transaction.Command("update log_merge set merged = @to where id = 1 and merged = @from", ("from", from), ("to", to)).RunAsync(cancel) == 1)
                {
                    Insert(transaction, sorted.AsSpan(0, count));
                }
            },
            cancellationToken);

    public override void WriteIds(DbTransaction transaction, long run, IEnumerable<(int Bucket, ReadOnlyMemory<IdEntry> Entries)> buckets)
    {
        using var stream = Of(transaction).BeginRawBinaryCopy("copy log_id (run, bucket, entries) from stdin (format binary)");
        using var copy = new PostgresCopyWriter(stream);
        foreach (var (bucket, entries) in buckets)
        {
            copy.Row(3);
            copy.Number(run);
            copy.Number(bucket);
            copy.Bytes(IdRun.Write(entries.Span));
        }

        copy.End();
    }

    public override async Task<List<byte[]>> ReadIdsAsync(DbTransaction transaction, IReadOnlyList<(long Run, int Bucket)> buckets, CancellationToken cancellationToken)
    {
        await using var command = (NpgsqlCommand)transaction.Command(
            "select l.entries from unnest(@runs, @buckets) t(run, bucket) join log_id l on l.run = t.run and l.bucket = t.bucket");
        command.Parameters.Add(new NpgsqlParameter<long[]>("runs", [.. buckets.Select(b => b.Run)]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("buckets", [.. buckets.Select(b => b.Bucket)]));
        return await command.ListAsync(r => (byte[])r.GetValue(0), cancellationToken);
    }

    private static void Insert(DbTransaction transaction, ReadOnlySpan<TimelineEntry> sorted)
    {
        using var stream = Of(transaction).BeginRawBinaryCopy("copy log_timeline (object, last_time, last_position, first_time, entries) from stdin (format binary)");
        using var copy = new PostgresCopyWriter(stream);
        Span<byte> scratch = stackalloc byte[TimelineRun.MaxBytes];
        while (!sorted.IsEmpty)
        {
            var run = NextRun(sorted);
            var last = run[^1];
            copy.Row(5);
            copy.Number(last.Object);
            copy.Number(last.Time);
            copy.Number(last.Position);
            copy.Number(run[0].Time);
            copy.Bytes(scratch[..TimelineRun.Write(run, scratch)]);
            sorted = sorted[run.Length..];
        }

        copy.End();
    }

    private static async Task ResolveAsync(
        DbTransaction transaction, LogTransaction state, IReadOnlyList<(int Type, byte[] Utf8Id)> objects, Memory<long> numbers, int start, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<(int Type, string Id), long>(numbers.Length);
        var keys = new (int Type, string Id)[numbers.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var (type, id) = objects[start + i];
            keys[i] = (type, Encoding.UTF8.GetString(id));
            wanted[keys[i]] = 0;
        }

        await using (var find = WithKeys(transaction, "select o.type, o.id, o.number from unnest(@types, @ids) t(type, id) join log_object o on o.type = t.type and o.id = t.id", wanted.Keys))
        {
            await using var reader = await find.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                wanted[(reader.GetInt32(0), reader.GetString(1))] = reader.GetInt64(2);
            }
        }

        var made = wanted.Where(w => w.Value == 0).Select(w => w.Key).ToArray();
        if (made.Length > 0)
        {
            var first = state.Object;
            await using var insert = WithKeys(
                transaction, "insert into log_object (number, type, id) select @first + t.place, t.type, t.id from unnest(@types, @ids) with ordinality t(type, id, place)", made);
            insert.Parameters.Add(new NpgsqlParameter<long>("first", first));
            await insert.ExecuteNonQueryAsync(cancellationToken);
            foreach (var key in made)
            {
                wanted[key] = ++state.Object;
            }
        }

        for (var i = 0; i < keys.Length; i++)
        {
            numbers.Span[i] = wanted[keys[i]];
        }
    }

    private static NpgsqlCommand WithKeys(DbTransaction transaction, string sql, IReadOnlyCollection<(int Type, string Id)> keys)
    {
        var command = (NpgsqlCommand)transaction.Command(sql);
        command.Parameters.Add(new NpgsqlParameter("types", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = keys.Select(k => k.Type).ToArray() });
        command.Parameters.Add(new NpgsqlParameter("ids", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = keys.Select(k => k.Id).ToArray() });
        return command;
    }

    private static NpgsqlConnection Of(DbTransaction transaction)
        => (NpgsqlConnection)(transaction.Connection ?? throw new InvalidOperationException("The transaction has ended."));
}
