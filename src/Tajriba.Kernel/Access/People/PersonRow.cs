using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

internal static class PersonRow
{
    public const string Columns =
        "id, user_name, normalized_user_name, display_name, password_hash, security_stamp, is_active, created_at, preferences";

    public static Person Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        UserName = row.GetString(1),
        NormalizedUserName = row.GetString(2),
        DisplayName = row.GetString(3),
        PasswordHash = row.Text(4),
        SecurityStamp = row.GetString(5),
        IsActive = row.GetInt32(6) == 1,
        CreatedAt = Microseconds.ToTime(row.GetInt64(7)),
        Preferences = ReaderPreferences.Parse(row.Text(8)),
    };

    /// <summary>Inserts the person and fills in the id; throws where the user name is taken.</summary>
    public static async Task InsertAsync(DbTransaction transaction, Person person, CancellationToken cancellationToken)
    {
        await DemandFreeAsync(transaction, 0, person.NormalizedUserName, cancellationToken);
        person.Id = await transaction.Command(
            """
            INSERT INTO access_persons
                (user_name, normalized_user_name, display_name, password_hash, security_stamp, is_active, created_at, preferences)
            VALUES (@name, @normalized, @display, @hash, @stamp, @active, @created, @preferences)
            RETURNING id
            """,
            ("name", person.UserName), ("normalized", person.NormalizedUserName), ("display", person.DisplayName),
            ("hash", person.PasswordHash), ("stamp", person.SecurityStamp), ("active", person.IsActive ? 1 : 0),
            ("created", Microseconds.Of(person.CreatedAt)), ("preferences", person.Preferences?.ToString())).ScalarAsync<long?>(cancellationToken) ?? 0;
    }

    public static async Task RenameAsync(
        DbTransaction transaction, long id, string userName, string normalizedUserName, string displayName, CancellationToken cancellationToken)
    {
        await DemandFreeAsync(transaction, id, normalizedUserName, cancellationToken);
        await transaction.Command(
            "UPDATE access_persons SET user_name = @name, normalized_user_name = @normalized, display_name = @display WHERE id = @id",
            ("name", userName), ("normalized", normalizedUserName), ("display", displayName), ("id", id)).RunAsync(cancellationToken);
    }

    private static async Task DemandFreeAsync(DbTransaction transaction, long id, string normalizedUserName, CancellationToken cancellationToken)
    {
        if (await transaction.Command(
            "SELECT id FROM access_persons WHERE normalized_user_name = @name AND id <> @id",
            ("name", normalizedUserName), ("id", id)).ScalarAsync<long?>(cancellationToken) is not null)
        {
            throw new RefusedException(AccessRefusal.UserNameTaken);
        }
    }
}
