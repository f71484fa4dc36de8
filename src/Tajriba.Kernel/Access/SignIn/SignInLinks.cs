using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

internal sealed class SignInLinks(IDatabase database, PeopleRights rights, AuditTrail audit, TimeProvider time) : ISignInLinks
{
    public const string PathPrefix = "/sign-in/link/";

    private const string Open =
        """
        FROM access_links l JOIN access_persons p ON p.id = l.person_id
        WHERE l.token_hash = @hash AND l.used_at IS NULL AND l.expires_at > @now AND p.is_active = 1
        """;

    public async Task<SignInLink> CreateAsync(long personId, TimeSpan validity, CancellationToken cancellationToken = default)
    {
        try
        {
            await rights.DemandAsync(personId, cancellationToken);
        }
        catch (RefusedException refused)
        {
            return new(null, refused.Refusal);
        }

        var token = Secrets.NewToken();
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                var now = time.GetUtcNow();
                await transaction.Command("DELETE FROM access_links WHERE person_id = @person AND used_at IS NULL", ("person", personId)).RunAsync(cancel);
                await transaction.Command(
                    "INSERT INTO access_links (token_hash, person_id, created_at, expires_at) VALUES (@hash, @person, @now, @expires)",
                    ("hash", Secrets.Hash(token)), ("person", personId), ("now", Microseconds.Of(now)), ("expires", Microseconds.Of(now + validity)))
                    .RunAsync(cancel);
                await audit.RecordAsync(transaction, "people.make-link", $"person:{personId}", null, cancel);
                return 0;
            },
            cancellationToken);
        return new(PathPrefix + token, null);
    }

    public async Task<bool> IsOpenAsync(string token, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"SELECT l.person_id {Open}", ("hash", Secrets.Hash(token)), ("now", Microseconds.Of(time.GetUtcNow())))
            .ScalarAsync<long?>(cancellationToken) is not null;
    }

    public Task<Person?> ConsumeAsync(string token, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var now = Microseconds.Of(time.GetUtcNow());
                var id = await transaction.Command(
                    $"""
                    UPDATE access_links SET used_at = @now
                    WHERE token_hash = @hash AND used_at IS NULL AND person_id = (SELECT l.person_id {Open})
                    RETURNING person_id
                    """,
                    ("hash", Secrets.Hash(token)), ("now", now)).ScalarAsync<long?>(cancel);
                if (id is null)
                {
                    return null;
                }

                await audit.RecordAsync(transaction, id, "people.use-link", $"person:{id}", null, cancel);
                return (await transaction
                    .Command($"SELECT {PersonRow.Columns} FROM access_persons WHERE id = @id", ("id", id))
                    .ListAsync(PersonRow.Read, cancel)).SingleOrDefault();
            },
            cancellationToken);
}
