using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Primitives;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>
/// The sessions that are open, so that one that was ended stays ended whoever holds its cookie. Looked up once and kept
/// until anything in people, roles or units changes on any node; ending a session is such a change.
/// </summary>
internal sealed class OpenSessions(IDatabase database, AccessChanges changes, AccessSignal signal, AuditTrail audit, TimeProvider time)
{
    /// <summary>How long a session lives without use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private static readonly TimeSpan SeenStep = TimeSpan.FromHours(1);

    private Kept kept = new(signal.Token, new(StringComparer.Ordinal));

    /// <summary>Opens a session and returns the secret for its cookie.</summary>
    public Task<string> OpenAsync(long personId, string userAgent, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, token) =>
            {
                var secret = Secrets.NewToken();
                var now = Microseconds.Of(time.GetUtcNow());
                await transaction.Command(
                    "INSERT INTO access_sessions (secret_hash, person_id, browser, created_at, seen_at) VALUES (@hash, @person, @browser, @now, @now)",
                    ("hash", Secrets.Hash(secret)), ("person", personId), ("browser", BrowserName.Of(userAgent)), ("now", now)).RunAsync(token);
                await audit.RecordAsync(transaction, personId, "people.sign-in", $"person:{personId}", null, token);
                return secret;
            },
            cancellationToken);

    /// <summary>Whether a secret names an open session of the person.</summary>
    public async ValueTask<bool> IsOpenAsync(string secret, long personId, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref kept);
        if (current.Token.HasChanged)
        {
            current = new(signal.Token, new(StringComparer.Ordinal));
            Volatile.Write(ref kept, current);
        }

        var hash = Secrets.Hash(secret);
        if (!current.Sessions.TryGetValue(hash, out var known))
        {
            if (await FindAsync(hash, cancellationToken) is not { } found)
            {
                return false;
            }

            current.Sessions[hash] = known = found;
        }

        if (known.PersonId != personId)
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (now - known.SeenAt >= SeenStep)
        {
            current.Sessions[hash] = known with { SeenAt = now };
            await database.WriteAsync(
                (transaction, token) => transaction
                    .Command("UPDATE access_sessions SET seen_at = @now WHERE secret_hash = @hash", ("now", Microseconds.Of(now)), ("hash", hash)).RunAsync(token),
                cancellationToken);
        }

        return true;
    }

    /// <summary>The person's open sessions, the one used last first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="secret">Secret of the session at hand, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(long personId, string? secret, CancellationToken cancellationToken)
    {
        var own = secret is null ? null : Secrets.Hash(secret);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT id, browser, created_at, seen_at, secret_hash FROM access_sessions WHERE person_id = @person AND seen_at > @old ORDER BY seen_at DESC, id DESC LIMIT 50",
            ("person", personId), ("old", Microseconds.Of(time.GetUtcNow() - Lifetime)))
            .ListAsync(
                row => new OpenSession(row.GetInt64(0), row.GetString(1), Microseconds.ToTime(row.GetInt64(2)), Microseconds.ToTime(row.GetInt64(3)), row.GetString(4) == own),
                cancellationToken);
    }

    /// <summary>Ends the session of a secret.</summary>
    public Task EndAsync(long personId, string secret, CancellationToken cancellationToken = default)
        => EndAsync(personId, "secret_hash = @key", Secrets.Hash(secret), "people.sign-out", cancellationToken);

    /// <summary>Ends one of the person's own sessions.</summary>
    /// <returns><see cref="AccessRefusal.Unknown"/> where the person has no such session.</returns>
    public Task<AccessRefusal?> EndAsync(long personId, long id, CancellationToken cancellationToken = default)
        => EndAsync(personId, "id = @key", id, "people.end-session", cancellationToken);

    /// <summary>Ends all sessions of a person, inside the change that is the reason.</summary>
    public static Task EndAllAsync(DbTransaction transaction, long personId, CancellationToken cancellationToken)
        => transaction.Command("DELETE FROM access_sessions WHERE person_id = @person", ("person", personId)).RunAsync(cancellationToken);

    /// <summary>Drops sessions whose cookies have expired.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
        => database.WriteAsync(
            (transaction, token) => transaction
                .Command("DELETE FROM access_sessions WHERE seen_at < @old", ("old", Microseconds.Of(time.GetUtcNow() - Lifetime - SeenStep))).RunAsync(token),
            cancellationToken);

    private Task<AccessRefusal?> EndAsync(long personId, string which, object key, string action, CancellationToken cancellationToken)
        => changes.TryAsync(
            async (transaction, token) =>
            {
                if (await transaction.Command($"DELETE FROM access_sessions WHERE {which} AND person_id = @person", ("key", key), ("person", personId)).RunAsync(token) == 0)
                {
                    throw new RefusedException(AccessRefusal.Unknown);
                }

                await audit.RecordAsync(transaction, personId, action, $"person:{personId}", null, token);
            },
            cancellationToken);

    private async Task<Session?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT person_id, seen_at FROM access_sessions WHERE secret_hash = @hash", ("hash", hash))
            .ListAsync(row => new Session(row.GetInt64(0), Microseconds.ToTime(row.GetInt64(1))), cancellationToken)).SingleOrDefault();
    }

    private sealed record Session(long PersonId, DateTimeOffset SeenAt);

    private sealed record Kept(IChangeToken Token, ConcurrentDictionary<string, Session> Sessions);
}
