using Microsoft.AspNetCore.Identity;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Where ASP.NET Core Identity keeps persons: our tables. Roles and units are not its business.</summary>
internal sealed class PersonStore(IDatabase database, AccessChanges changes, IAuditTrail audit)
    : IUserPasswordStore<Person>, IUserSecurityStampStore<Person>
{
    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
        => Result(await changes.TryAsync(
            async (transaction, token) =>
            {
                await PersonRow.InsertAsync(transaction, user, token);
                await audit.RecordAsync(transaction, "people.add", $"person:{user.Id}", null, token);
            },
            cancellationToken));

    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
        => Result(await changes.TryAsync(
            async (transaction, token) =>
            {
                var before = (await transaction
                    .Command($"SELECT {PersonRow.Columns} FROM access_persons WHERE id = @id", ("id", user.Id))
                    .ListAsync(PersonRow.Read, token)).SingleOrDefault() ?? throw new RefusedException(AccessRefusal.Unknown);
                await transaction.Command(
                    """
                    UPDATE access_persons
                    SET user_name = @name, normalized_user_name = @normalized, display_name = @display, password_hash = @hash,
                        security_stamp = @stamp, is_active = @active, preferences = @preferences
                    WHERE id = @id
                    """,
                    ("name", user.UserName), ("normalized", user.NormalizedUserName), ("display", user.DisplayName), ("hash", user.PasswordHash),
                    ("stamp", user.SecurityStamp), ("active", user.IsActive ? 1 : 0), ("preferences", user.Preferences?.ToString()),
                    ("id", user.Id)).RunAsync(token);
                if (before.SecurityStamp != user.SecurityStamp)
                {
                    await OpenSessions.EndAllAsync(transaction, user.Id, token);
                }

                foreach (var action in Actions(before, user))
                {
                    await audit.RecordAsync(transaction, action, $"person:{user.Id}", null, token);
                }
            },
            cancellationToken));

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken)
        => throw new NotSupportedException("The audit trail names persons for ever; a person is deactivated.");

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken)
        => long.TryParse(userId, out var id) ? FindAsync("id = @key", id, cancellationToken) : Task.FromResult<Person?>(null);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
        => FindAsync("normalized_user_name = @key", normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => Done(user.UserName = userName ?? "");

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken)
        => Done(user.NormalizedUserName = normalizedName ?? "");

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken) => Done(user.PasswordHash = passwordHash);

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken) => Done(user.SecurityStamp = stamp);

    public void Dispose()
    {
    }

    private static Task Done(string? _) => Task.CompletedTask;

    private static IEnumerable<string> Actions(Person before, Person after)
    {
        if (before.UserName != after.UserName || before.DisplayName != after.DisplayName)
        {
            yield return "people.rename";
        }

        if (before.PasswordHash != after.PasswordHash)
        {
            yield return "people.set-password";
        }

        if (before.PasswordHash == after.PasswordHash && before.SecurityStamp != after.SecurityStamp)
        {
            yield return "people.sign-out-everywhere";
        }

        if (before.IsActive != after.IsActive)
        {
            yield return after.IsActive ? "people.activate" : "people.deactivate";
        }

        if (before.Preferences != after.Preferences)
        {
            yield return "people.set-preferences";
        }
    }

    private static IdentityResult Result(AccessRefusal? refusal)
        => refusal is { } reason ? IdentityResult.Failed(new IdentityError { Code = reason.ToString() }) : IdentityResult.Success;

    private async Task<Person?> FindAsync(string where, object key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection
            .Command($"SELECT {PersonRow.Columns} FROM access_persons WHERE {where}", ("key", key))
            .ListAsync(PersonRow.Read, cancellationToken)).SingleOrDefault();
    }
}
