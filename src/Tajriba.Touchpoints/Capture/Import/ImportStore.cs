using System.Data.Common;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>The imports on record and their rejected rows.</summary>
public sealed class ImportStore(IDatabase database, TimeProvider clock)
{
    /// <summary>Rejected rows kept for one import; further ones are only counted.</summary>
    public const int MaxRejectedKept = 10_000;

    private const string Columns = """
        id, file_name, path, format, content_hash, content_length, mapping, source, state, first_row, checkpoint_row, checkpoint_offset,
        added, known, rejected, fraction, message, created_at, started_at, seen_at, ended_at
        """;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ImportRecord>> ListAsync(int limit, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT {Columns} FROM capture_imports ORDER BY id DESC LIMIT @limit", ("limit", limit)).ListAsync(Record, cancellationToken);
    }

    public async Task<ImportRecord?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<ImportRecord> found = await connection.Command($"SELECT {Columns} FROM capture_imports WHERE id = @id", ("id", id)).ListAsync(Record, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Files that imports which have not come to their end still need.</summary>
    public async Task<IReadOnlyList<string>> UnfinishedPathsAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT path FROM capture_imports WHERE state <> @done", ("done", nameof(ImportState.Done))).ListAsync(r => r.GetString(0), cancellationToken);
    }

    /// <summary>Imports by the same mapping, whose content may be the same or a beginning of this one.</summary>
    public async Task<IReadOnlyList<ImportRecord>> AlikeAsync(FileFormat format, string mappingHash, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"SELECT {Columns} FROM capture_imports WHERE format = @format AND mapping_hash = @mapping ORDER BY id DESC",
            ("format", format.ToString()), ("mapping", mappingHash)).ListAsync(Record, cancellationToken);
    }

    /// <summary>Puts a new import on record; its source is named after its id where <paramref name="source"/> is null.</summary>
    public async Task<long> AddAsync(DbTransaction transaction, ImportRecord record, string? source, CancellationToken cancellationToken)
    {
        long id = await transaction.Command(
            """
            INSERT INTO capture_imports (file_name, path, format, content_hash, content_length, mapping, mapping_hash, source, state, first_row, checkpoint_row, checkpoint_offset, created_at)
            VALUES (@name, @path, @format, @hash, @length, @mapping, @mapping_hash, '', @state, @row, @row, @offset, @now)
            RETURNING id
            """,
            ("name", record.FileName), ("path", record.Path), ("format", record.Format.ToString()), ("hash", record.ContentHash), ("length", record.ContentLength),
            ("mapping", record.Mapping.ToJson()), ("mapping_hash", record.Mapping.Hash()), ("state", nameof(ImportState.Waiting)),
            ("row", record.Row), ("offset", record.Offset), ("now", Microseconds.Of(clock.GetUtcNow()))).ScalarAsync<long>(cancellationToken);
        await transaction.Command("UPDATE capture_imports SET source = @source WHERE id = @id", ("source", source ?? $"import:{id}"), ("id", id)).RunAsync(cancellationToken);
        return id;
    }

    /// <summary>The same content lies somewhere else now.</summary>
    public Task MoveAsync(long id, string path, CancellationToken cancellationToken) => database.WriteAsync(
        (transaction, cancel) => transaction.Command("UPDATE capture_imports SET path = @path WHERE id = @id", ("path", path), ("id", id)).RunAsync(cancel),
        cancellationToken);

    /// <summary>
    /// Marks an import as running. The record as it stands once the last commit of a process that was killed has come to its end:
    /// PostgreSQL may still be at it, and holds the row until then. Null where the import is done, or there is none.
    /// </summary>
    public Task<ImportRecord?> BeginAsync(long id, CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            List<ImportRecord> begun = await transaction.Command(
                $"""
                UPDATE capture_imports SET state = @state, message = NULL, started_at = COALESCE(started_at, @now), seen_at = @now, ended_at = NULL
                WHERE id = @id AND state <> @done
                RETURNING {Columns}
                """,
                ("state", nameof(ImportState.Running)), ("done", nameof(ImportState.Done)), ("now", Microseconds.Of(clock.GetUtcNow())), ("id", id)).ListAsync(Record, cancel);
            return begun.Count == 0 ? null : begun[0];
        },
        cancellationToken);

    public Task EndAsync(long id, ImportState state, ImportProblem? problem, CancellationToken cancellationToken) => database.WriteAsync(
        (transaction, cancel) => transaction.Command(
            "UPDATE capture_imports SET state = @state, message = @message, ended_at = @now WHERE id = @id",
            ("state", state.ToString()), ("message", problem?.ToJson()), ("now", Microseconds.Of(clock.GetUtcNow())), ("id", id)).RunAsync(cancel),
        cancellationToken);

    /// <summary>Moves the checkpoint on, in the transaction of the events themselves.</summary>
    /// <exception cref="ImportFileException">Someone else moved it meanwhile.</exception>
    internal async Task CheckpointAsync(DbTransaction transaction, long id, ImportBatch batch, CancellationToken cancellationToken)
    {
        int changed = await transaction.Command(
            """
            UPDATE capture_imports
            SET checkpoint_row = @row, checkpoint_offset = @offset, added = added + @added, known = known + @known, rejected = rejected + @rejected, fraction = @fraction, seen_at = @now
            WHERE id = @id AND checkpoint_row = @before
            """,
            ("row", batch.Row), ("offset", batch.Offset), ("added", batch.Added), ("known", batch.Known), ("rejected", batch.RejectedCount),
            ("fraction", batch.Fraction), ("now", Microseconds.Of(clock.GetUtcNow())), ("id", id), ("before", batch.RowBefore)).RunAsync(cancellationToken);
        if (changed == 0)
        {
            throw new ImportFileException(ImportFault.RunsElsewhere, id);
        }

        foreach (RejectedRow rejected in batch.Rejected)
        {
            await transaction.Command(
                "INSERT INTO capture_rejected_rows (import_id, row_number, reason, raw) VALUES (@id, @row, @reason, @raw)",
                ("id", id), ("row", rejected.Row), ("reason", rejected.Reason.ToString()), ("raw", rejected.Raw)).RunAsync(cancellationToken);
        }
    }

    /// <summary>Rejected rows after a row number, in the order of the file.</summary>
    public async Task<IReadOnlyList<RejectedRow>> RejectedAsync(long id, long afterRow, int limit, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT row_number, reason, raw FROM capture_rejected_rows WHERE import_id = @id AND row_number > @after ORDER BY row_number LIMIT @limit",
            ("id", id), ("after", afterRow), ("limit", limit))
            .ListAsync(r => new RejectedRow(r.GetInt64(0), Enum.Parse<RejectReason>(r.GetString(1)), r.GetString(2)), cancellationToken);
    }

    /// <summary>Kept rejected rows by reason, most frequent first.</summary>
    public async Task<IReadOnlyList<(RejectReason Reason, long Count)>> ReasonsAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT reason, COUNT(*) FROM capture_rejected_rows WHERE import_id = @id GROUP BY reason ORDER BY COUNT(*) DESC, reason", ("id", id))
            .ListAsync(r => (Enum.Parse<RejectReason>(r.GetString(0)), r.GetInt64(1)), cancellationToken);
    }

    private static ImportRecord Record(DbDataReader r) => new()
    {
        Id = r.GetInt64(0),
        FileName = r.GetString(1),
        Path = r.GetString(2),
        Format = Enum.Parse<FileFormat>(r.GetString(3)),
        ContentHash = r.GetString(4),
        ContentLength = r.GetInt64(5),
        Mapping = ColumnMapping.FromJson(r.GetString(6)),
        Source = r.GetString(7),
        State = Enum.Parse<ImportState>(r.GetString(8)),
        FirstRow = r.GetInt64(9),
        Row = r.GetInt64(10),
        Offset = r.GetInt64(11),
        Added = r.GetInt64(12),
        Known = r.GetInt64(13),
        Rejected = r.GetInt64(14),
        Fraction = r.GetDouble(15),
        Problem = r.Text(16) is { } problem ? ImportProblem.FromJson(problem) : null,
        CreatedAt = Microseconds.ToTime(r.GetInt64(17)),
        StartedAt = r.Time(18),
        SeenAt = r.Time(19),
        EndedAt = r.Time(20),
    };
}
