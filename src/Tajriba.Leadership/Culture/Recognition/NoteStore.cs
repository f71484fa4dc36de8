using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Leadership.Culture.Recognition;

/// <summary>The notes on the wall and who joined in. Posting and taking off are audited, without the text.</summary>
public sealed class NoteStore(IDatabase database, IExperienceLog log, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>What the log is told of a note.</summary>
    public const string EventName = "Recognition Posted";

    private const string Source = "room:culture";
    private const string Select =
        """
        SELECT n.id, n.from_person, n.to_person, n.to_unit, n.quality, n.body, n.path, n.posted_at, n.is_withdrawn, (SELECT COUNT(*) FROM culture_cheers c WHERE c.note_id = n.id)
        FROM culture_notes n
        """;

    /// <summary>Posts a note; gives its number, or null where its key was told before.</summary>
    public Task<long?> PostAsync(NewNote note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        return database.WriteAsync<long?>(
            async (transaction, cancel) =>
            {
                DateTimeOffset at = note.At ?? clock.GetUtcNow();
                long id = await transaction.Command(
                    """
                    INSERT INTO culture_notes (from_person, to_person, to_unit, quality, body, path, told_key, posted_at, is_withdrawn)
                    VALUES (@from, @to, @unit, @quality, @body, @path, @key, @at, 0) ON CONFLICT (told_key) DO NOTHING RETURNING id
                    """,
                    ("from", note.From), ("to", note.To), ("unit", note.ToUnit), ("quality", note.Quality.ToString()), ("body", note.Text), ("path", note.Path), ("key", note.Key), ("at", Microseconds.Of(at))).ScalarAsync<long>(cancel);
                if (id == 0)
                {
                    return null;
                }

                await TellAsync(transaction, id, "posted", cancel);
                await log.AppendAsync(
                    transaction,
                    [new NewEvent { Source = Source, Id = string.Create(CultureInfo.InvariantCulture, $"note-{id}"), Name = EventName, Time = at, Unit = note.ToUnit, Objects = [new("recognition", id.ToString(CultureInfo.InvariantCulture))], Attributes = JsonSerializer.Serialize(new { quality = note.Quality.ToString() }) }],
                    cancel);
                return id;
            },
            cancellationToken);
    }

    /// <summary>One by its number, also one that was taken off; null where there is none.</summary>
    public async Task<Note?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " WHERE n.id = @id", ("id", id)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>What stands on the wall, the newest first.</summary>
    /// <param name="quality">Only notes for this; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Note>> WallAsync(Quality? quality, int limit, int offset = 0, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection
            .Command($"{Select} WHERE n.is_withdrawn = 0{(quality is null ? "" : " AND n.quality = @quality")} ORDER BY n.posted_at DESC, n.id DESC LIMIT @limit OFFSET @offset", [("limit", limit), ("offset", offset), .. quality is { } of ? [("quality", (object?)of.ToString())] : Array.Empty<(string, object?)>()])
            .ListAsync(Read, cancellationToken);
    }

    /// <summary>What was posted from a moment until before another and still stands, the newest first.</summary>
    public async Task<IReadOnlyList<Note>> BetweenAsync(DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection
            .Command(Select + " WHERE n.is_withdrawn = 0 AND n.posted_at >= @from AND n.posted_at < @before ORDER BY n.posted_at DESC, n.id DESC", ("from", Microseconds.Of(from)), ("before", Microseconds.Of(before)))
            .ListAsync(Read, cancellationToken);
    }

    /// <summary>Takes a note off the wall, or puts it back; false where it is so already.</summary>
    public Task<bool> WithdrawAsync(long id, bool isWithdrawn, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            int changed = await transaction.Command(
                "UPDATE culture_notes SET is_withdrawn = @now WHERE id = @id AND is_withdrawn <> @now", ("now", isWithdrawn ? 1 : 0), ("id", id)).RunAsync(cancel);
            if (changed == 1)
            {
                await TellAsync(transaction, id, isWithdrawn ? "withdrawn" : "restored", cancel);
            }

            return changed == 1;
        },
        cancellationToken);

    /// <summary>Joins a person in a note, or leaves it where they had.</summary>
    public Task CheerAsync(long id, long person, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            if (await transaction.Command("DELETE FROM culture_cheers WHERE note_id = @id AND person = @person", ("id", id), ("person", person)).RunAsync(cancel) == 0)
            {
                await transaction.Command("INSERT INTO culture_cheers (note_id, person) VALUES (@id, @person) ON CONFLICT (note_id, person) DO NOTHING", ("id", id), ("person", person)).RunAsync(cancel);
            }
        },
        cancellationToken);

    /// <summary>In which notes a person has joined.</summary>
    public async Task<IReadOnlySet<long>> CheeredAsync(long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT note_id FROM culture_cheers WHERE person = @person", ("person", person)).ListAsync(r => r.GetInt64(0), cancellationToken)).ToHashSet();
    }

    private Task TellAsync(DbTransaction transaction, long id, string deed, CancellationToken cancellationToken)
        => audit.RecordAsync(transaction, "culture.note", string.Create(CultureInfo.InvariantCulture, $"note:{id}"), JsonSerializer.Serialize(new { did = deed }), cancellationToken);

    private static Note Read(DbDataReader row) => new(
        row.GetInt64(0), Number(row, 1), Number(row, 2), Text(row, 3), Enum.Parse<Quality>(row.GetString(4)), row.GetString(5), Text(row, 6), Microseconds.ToTime(row.GetInt64(7)), row.GetInt32(8) == 1, (int)row.GetInt64(9));

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
