using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>Sources and their write keys.</summary>
public sealed class SourceStore(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    private const int HintLength = 8;
    private const string Columns = "s.id, s.name, s.channel, s.unit, s.created_at, s.events_per_second, s.verifies_emails, s.verifies_phones";

    /// <summary>All that are in use, by name.</summary>
    public async Task<IReadOnlyList<EventSource>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT {Columns} FROM capture_sources s WHERE s.archived = 0 ORDER BY s.name, s.id").ListAsync(Source, cancellationToken);
    }

    public async Task<EventSource?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<EventSource> found = await connection.Command($"SELECT {Columns} FROM capture_sources s WHERE s.archived = 0 AND s.id = @id", ("id", id)).ListAsync(Source, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Puts a source on record and gives its number.</summary>
    public Task<long> AddAsync(string name, string? channel, string? unit, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            long id = await transaction.Command(
                "INSERT INTO capture_sources (name, channel, unit, created_at) VALUES (@name, @channel, @unit, @now) RETURNING id",
                ("name", name), ("channel", channel), ("unit", unit), ("now", Microseconds.Of(clock.GetUtcNow()))).ScalarAsync<long>(cancel);
            await audit.RecordAsync(transaction, "capture.source-add", $"source:{id}", cancellationToken: cancel);
            return id;
        },
        cancellationToken);

    /// <summary>Those that verified addresses or numbers, also of those that are in use no more: their events still count.</summary>
    public async Task<IReadOnlyList<EventSource>> VouchingAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command($"SELECT {Columns} FROM capture_sources s WHERE s.verifies_emails = 1 OR s.verifies_phones = 1").ListAsync(Source, cancellationToken);
    }

    /// <summary>Says whether a source verified the addresses and the numbers in the traits that it tells, those told before included.</summary>
    public Task VouchAsync(long id, bool emails, bool phones, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            EventSource before = await OneAsync(transaction, id, cancel);
            await transaction.Command(
                "UPDATE capture_sources SET verifies_emails = @emails, verifies_phones = @phones WHERE id = @id", ("id", id), ("emails", emails ? 1 : 0), ("phones", phones ? 1 : 0))
                .RunAsync(cancel);
            await audit.RecordAsync(
                transaction, "capture.source-vouch", $"source:{id}",
                AuditChanges.Of(("verifiesEmails", before.VerifiesEmails, emails), ("verifiesPhones", before.VerifiesPhones, phones)), cancel);
            return true;
        },
        cancellationToken);

    /// <summary>Sets how many events a second a source may send to one node.</summary>
    /// <param name="id">The source.</param>
    /// <param name="eventsPerSecond">Null as configured, 0 without limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task LimitAsync(long id, int? eventsPerSecond, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            EventSource before = await OneAsync(transaction, id, cancel);
            await transaction.Command("UPDATE capture_sources SET events_per_second = @rate WHERE id = @id", ("rate", eventsPerSecond), ("id", id)).RunAsync(cancel);
            await audit.RecordAsync(transaction, "capture.source-limit", $"source:{id}", AuditChanges.Of(("eventsPerSecond", before.EventsPerSecond, eventsPerSecond)), cancel);
            return true;
        },
        cancellationToken);

    /// <summary>Makes a key for a source and gives it, this once.</summary>
    public Task<string> IssueKeyAsync(long sourceId, CancellationToken cancellationToken = default)
    {
        string key = "wk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        return database.WriteAsync(
            async (transaction, cancel) =>
            {
                long id = await transaction.Command(
                    "INSERT INTO capture_keys (source_id, hash, hint, created_at) VALUES (@source, @hash, @hint, @now) RETURNING id",
                    ("source", sourceId), ("hash", HashOf(key)), ("hint", key[..HintLength]), ("now", Microseconds.Of(clock.GetUtcNow()))).ScalarAsync<long>(cancel);
                await audit.RecordAsync(transaction, "capture.key-issue", $"source:{sourceId}", JsonSerializer.Serialize(new { key = id }), cancel);
                return key;
            },
            cancellationToken);
    }

    /// <summary>Ends a key; every node refuses it within seconds.</summary>
    public Task RevokeKeyAsync(long sourceId, long keyId, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            await transaction.Command(
                "UPDATE capture_keys SET revoked_at = @now WHERE id = @id AND source_id = @source AND revoked_at IS NULL",
                ("id", keyId), ("source", sourceId), ("now", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel);
            await audit.RecordAsync(transaction, "capture.key-revoke", $"source:{sourceId}", JsonSerializer.Serialize(new { key = keyId }), cancel);
            return true;
        },
        cancellationToken);

    /// <summary>A source's keys, newest first.</summary>
    public async Task<IReadOnlyList<WriteKey>> KeysAsync(long sourceId, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT id, hint, created_at, revoked_at FROM capture_keys WHERE source_id = @source ORDER BY id DESC", ("source", sourceId))
            .ListAsync(r => new WriteKey(r.GetInt64(0), r.GetString(1), Microseconds.ToTime(r.GetInt64(2)), r.Time(3)), cancellationToken);
    }

    /// <summary>Hashes of the keys that open something, with their sources.</summary>
    internal async Task<IReadOnlyList<(string Hash, EventSource Source)>> OpenKeysAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"""
            SELECT {Columns}, k.hash
            FROM capture_keys k JOIN capture_sources s ON s.id = k.source_id
            WHERE k.revoked_at IS NULL AND s.archived = 0
            """).ListAsync(r => (r.GetString(8), Source(r)), cancellationToken);
    }

    /// <summary>Keys have 160 random bits, so that one round of hashing is enough.</summary>
    internal static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static async Task<EventSource> OneAsync(DbTransaction transaction, long id, CancellationToken cancellationToken) =>
        (await transaction.Command($"SELECT {Columns} FROM capture_sources s WHERE s.id = @id", ("id", id)).ListAsync(Source, cancellationToken))[0];

    private static EventSource Source(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.Text(2), reader.Text(3), Microseconds.ToTime(reader.GetInt64(4)),
        reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.GetInt32(6) != 0, reader.GetInt32(7) != 0);
}
