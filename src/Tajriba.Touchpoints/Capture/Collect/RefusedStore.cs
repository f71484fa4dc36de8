using System.Data.Common;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>What was refused, until a person has looked at it.</summary>
public sealed class RefusedStore(IDatabase database, TimeProvider clock)
{
    private const string Columns = "id, source_id, call, reason, raw, received_at, replayed_at";

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Refused>> ListAsync(long sourceId, int limit, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT {Columns} FROM capture_refused WHERE source_id = @source ORDER BY id DESC LIMIT @limit", ("source", sourceId), ("limit", limit))
            .ListAsync(Read, cancellationToken);
    }

    /// <summary>Those that were not told again yet, oldest first.</summary>
    public async Task<IReadOnlyList<Refused>> WaitingAsync(long sourceId, long afterId, int limit, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"SELECT {Columns} FROM capture_refused WHERE source_id = @source AND id > @after AND replayed_at IS NULL ORDER BY id LIMIT @limit",
            ("source", sourceId), ("after", afterId), ("limit", limit)).ListAsync(Read, cancellationToken);
    }

    /// <summary>How many wait to be looked at, by reason.</summary>
    public async Task<IReadOnlyList<(RefusalReason Reason, long Count)>> CountAsync(long sourceId, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT reason, COUNT(*) FROM capture_refused WHERE source_id = @source AND replayed_at IS NULL GROUP BY reason ORDER BY COUNT(*) DESC", ("source", sourceId))
            .ListAsync(r => (Enum.Parse<RefusalReason>(r.GetString(0)), r.GetInt64(1)), cancellationToken);
    }

    public async Task<Refused?> FindAsync(long sourceId, long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<Refused> found = await connection.Command($"SELECT {Columns} FROM capture_refused WHERE source_id = @source AND id = @id", ("source", sourceId), ("id", id))
            .ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Notes that it was told again with success.</summary>
    public Task ReplayedAsync(long id, CancellationToken cancellationToken = default) => database.WriteAsync(
        (transaction, cancel) => transaction.Command("UPDATE capture_refused SET replayed_at = @now WHERE id = @id", ("id", id), ("now", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel),
        cancellationToken);

    internal async Task AddAsync(DbTransaction transaction, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        foreach (Refusal refusal in refusals)
        {
            await transaction.Command(
                "INSERT INTO capture_refused (source_id, call, reason, raw, received_at) VALUES (@source, @call, @reason, @raw, @now)",
                ("source", refusal.SourceId), ("call", refusal.Call), ("reason", refusal.Reason.ToString()), ("raw", refusal.Raw),
                ("now", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancellationToken);
        }
    }

    private static Refused Read(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), Enum.Parse<RefusalReason>(reader.GetString(3)), (byte[])reader[4],
        Microseconds.ToTime(reader.GetInt64(5)), reader.Time(6));
}
