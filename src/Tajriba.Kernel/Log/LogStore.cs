using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>What the log asks of a database in that database's own fastest way.</summary>
internal abstract class LogStore(IDatabase database)
{
    protected IDatabase Database { get; } = database;

    public static LogStore For(IDatabase database)
        => database.Provider == DatabaseProvider.Sqlite ? new SqliteLogStore(database) : new PostgresLogStore(database);

    /// <summary>Reads the head and keeps every other appender out until the transaction ends.</summary>
    public async Task<LogTransaction> LockHeadAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var sql = "select position, object, received from log_head where id = 1" + (Database.Provider == DatabaseProvider.Postgres ? " for update" : "");
        var rows = await transaction.Command(sql).ListAsync(r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), cancellationToken);
        return new LogTransaction { Start = rows[0].Item1, Position = rows[0].Item1, Object = rows[0].Item2, Received = rows[0].Item3 };
    }

    public Task SaveHeadAsync(DbTransaction transaction, LogTransaction state, CancellationToken cancellationToken)
        => transaction.Command(
            "update log_head set position = @position, object = @object, received = @received where id = 1",
            ("position", state.Position), ("object", state.Object), ("received", state.Received)).RunAsync(cancellationToken);

    /// <summary>Notes ids of one source as met and tells which of them are new. Ids are distinct.</summary>
    public abstract Task<bool[]> ClaimAsync(DbTransaction transaction, int source, IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Finds or makes objects; a new one gets the next number of <paramref name="state"/>.</summary>
    public abstract Task<long[]> ResolveAsync(DbTransaction transaction, LogTransaction state, IReadOnlyList<(int Type, byte[] Utf8Id)> objects, CancellationToken cancellationToken);

    /// <summary>Writes the rows at the positions after <see cref="LogTransaction.Position"/>, received at <see cref="LogTransaction.Received"/>, and moves it.</summary>
    public abstract Task WriteAsync(DbTransaction transaction, LogTransaction state, RowBuffer rows, ObjectTable objects, CancellationToken cancellationToken);

    /// <summary>Visits the events after a position in order; returns the last one visited.</summary>
    public abstract long Scan(long afterPosition, long upTo, ScanParts parts, CodedEventVisitor visitor, CancellationToken cancellationToken);

    /// <summary>Writes the buckets of a run of ids, in order.</summary>
    public abstract void WriteIds(DbTransaction transaction, long run, IEnumerable<(int Bucket, ReadOnlyMemory<IdEntry> Entries)> buckets);

    /// <summary>Buckets of runs of ids, each as <see cref="IdRun.Write"/> wrote it; those that are not there are left out.</summary>
    public abstract Task<List<byte[]>> ReadIdsAsync(DbTransaction transaction, IReadOnlyList<(long Run, int Bucket)> buckets, CancellationToken cancellationToken);

    /// <summary>Adds sorted timeline entries of the events up to a position and moves the watermark there.</summary>
    public abstract Task MergeAsync(TimelineEntry[] sorted, int count, long from, long to, CancellationToken cancellationToken);

    /// <summary>The row's objects as <see cref="ObjectCodec"/> writes them, in <paramref name="scratch"/> where it is large enough.</summary>
    protected static ReadOnlySpan<byte> Encode(RowBuffer rows, in RowBuffer.Row row, ObjectTable objects, Span<byte> scratch)
    {
        var handles = rows.ObjectsOf(row);
        var qualifiers = rows.QualifiersOf(row);
        var target = handles.Length * ObjectCodec.MaxBytesPerObject <= scratch.Length ? scratch : new byte[handles.Length * ObjectCodec.MaxBytesPerObject];
        var length = 0;
        for (var i = 0; i < handles.Length; i++)
        {
            length += ObjectCodec.Write(target[length..], objects.Number(handles[i]), objects.Type(handles[i]), qualifiers[i]);
        }

        return target[..length];
    }

    protected static int Decode(ReadOnlySpan<byte> encoded, ref long[] numbers, ref int[] types, ref int[] qualifiers)
    {
        var count = 0;
        while (!encoded.IsEmpty)
        {
            if (count == numbers.Length)
            {
                Array.Resize(ref numbers, count * 2);
                Array.Resize(ref types, count * 2);
                Array.Resize(ref qualifiers, count * 2);
            }

            encoded = encoded[ObjectCodec.Read(encoded, out numbers[count], out types[count], out qualifiers[count])..];
            count++;
        }

        return count;
    }

    /// <summary>The entries of the first object, at most as many as a run holds.</summary>
    protected static ReadOnlySpan<TimelineEntry> NextRun(ReadOnlySpan<TimelineEntry> sorted)
    {
        var length = 1;
        while (length < sorted.Length && length < TimelineRun.MaxEntries && sorted[length].Object == sorted[0].Object)
        {
            length++;
        }

        return sorted[..length];
    }
}
