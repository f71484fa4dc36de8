using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Indicators.Digests;

/// <summary>Keeps who gets which figures by e-mail.</summary>
public sealed class DigestStore(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    private const string Columns = "SELECT id, person_id, role, body, made_at FROM indicators_digests WHERE ended_at IS NULL";

    /// <summary>Those that run, oldest first.</summary>
    public async Task<IReadOnlyList<Digest>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Columns + " ORDER BY id").ListAsync(Read, cancellationToken);
    }

    /// <summary>One that runs, or null.</summary>
    public async Task<Digest?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Columns + " AND id = @id", ("id", id)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Numbers of the digests of roles that a person has left.</summary>
    public async Task<IReadOnlySet<long>> LeftAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT digest_id FROM indicators_digests_left WHERE person_id = @person", ("person", personId)).ListAsync(r => r.GetInt64(0), cancellationToken)).ToHashSet();
    }

    /// <summary>Ids of the people who have left the digest of a role.</summary>
    public async Task<IReadOnlySet<long>> LeaversAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT person_id FROM indicators_digests_left WHERE digest_id = @id", ("id", id)).ListAsync(r => r.GetInt64(0), cancellationToken)).ToHashSet();
    }

    /// <summary>Begins a digest of a person, or of a role.</summary>
    public Task<long> AddAsync(long? personId, string? role, DigestPlan plan, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var id = await transaction.Command(
                    "INSERT INTO indicators_digests (person_id, role, body, made_at) VALUES (@person, @role, @body, @at) RETURNING id",
                    ("person", personId), ("role", role), ("body", JsonSerializer.Serialize(plan, IndicatorJson.Options)), ("at", Microseconds.Of(clock.GetUtcNow()))).ScalarAsync<long>(cancel);
                await AuditAsync(transaction, id, new { begins = true, role, plan.Dashboard, plan.Keys, plan.Day, plan.Hour }, cancel);
                return id;
            },
            cancellationToken);

    /// <summary>Ends a digest for everybody who gets it.</summary>
    public Task EndAsync(long id, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command("UPDATE indicators_digests SET ended_at = @at WHERE id = @id AND ended_at IS NULL", ("at", Microseconds.Of(clock.GetUtcNow())), ("id", id)).RunAsync(cancel);
                await AuditAsync(transaction, id, new { begins = false }, cancel);
            },
            cancellationToken);

    /// <summary>Ends the digest of a role for one person, or lets it come again.</summary>
    public Task SetLeftAsync(long id, long personId, bool left, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command(
                    left ? "INSERT INTO indicators_digests_left (digest_id, person_id) VALUES (@id, @person) ON CONFLICT DO NOTHING" : "DELETE FROM indicators_digests_left WHERE digest_id = @id AND person_id = @person",
                    ("id", id), ("person", personId)).RunAsync(cancel);
                await AuditAsync(transaction, id, new { left }, cancel);
            },
            cancellationToken);

    /// <summary>Whether it was asked to be sent to a person on a day.</summary>
    public async Task<bool> IsSentAsync(long id, long personId, DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT COUNT(*) FROM indicators_digests_sent WHERE digest_id = @id AND person_id = @person AND day = @day", ("id", id), ("person", personId), ("day", (long)day.DayNumber)).ScalarAsync<long>(cancellationToken) > 0;
    }

    /// <summary>Writes down that it is asked to be sent; false where it was already.</summary>
    internal static async Task<bool> TakeAsync(DbTransaction transaction, long id, long personId, DateOnly day, CancellationToken cancellationToken)
        => await transaction.Command(
            "INSERT INTO indicators_digests_sent (digest_id, person_id, day) VALUES (@id, @person, @day) ON CONFLICT DO NOTHING", ("id", id), ("person", personId), ("day", (long)day.DayNumber)).RunAsync(cancellationToken) == 1;

    private Task AuditAsync(DbTransaction transaction, long id, object details, CancellationToken cancellationToken)
        => audit.RecordAsync(transaction, "indicators.digest", "digest:" + id.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(details, IndicatorJson.Options), cancellationToken);

    private static Digest Read(DbDataReader r) => new(
        r.GetInt64(0),
        r.IsDBNull(1) ? null : r.GetInt64(1),
        r.IsDBNull(2) ? null : r.GetString(2),
        JsonSerializer.Deserialize<DigestPlan>(r.GetString(3), IndicatorJson.Options)!,
        Microseconds.ToTime(r.GetInt64(4)));
}
