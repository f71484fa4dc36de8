using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

internal sealed class Roles(IDatabase database, AccessChanges changes, PermissionCatalog catalog, CurrentPerson person, IAuditTrail audit) : IRoles
{
    public async Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var permissions = (await connection
            .Command("SELECT role_id, permission FROM access_role_permissions ORDER BY permission")
            .ListAsync(row => (Role: row.GetInt64(0), Permission: row.GetString(1)), cancellationToken))
            .ToLookup(row => row.Role, row => row.Permission);
        return await connection
            .Command("SELECT id, code, built_in, name_en, name_fa, name_ar FROM access_roles ORDER BY id")
            .ListAsync(
                row => new Role(row.GetInt64(0), row.GetString(1), row.GetInt32(2) == 1, row.Name(3), permissions[row.GetInt64(0)].ToList()),
                cancellationToken);
    }

    public Task<AccessRefusal?> SaveAsync(string code, LocalName name, IReadOnlyList<string> permissions, CancellationToken cancellationToken = default)
        => changes.TryAsync(
            async (transaction, token) =>
            {
                Check(code, name, permissions);
                var id = await SaveAsync(transaction, code, name, token);
                await transaction.Command("DELETE FROM access_role_permissions WHERE role_id = @id", ("id", id)).RunAsync(token);
                foreach (var permission in permissions.Distinct(StringComparer.Ordinal))
                {
                    await transaction.Command(
                        "INSERT INTO access_role_permissions (role_id, permission) VALUES (@id, @permission)",
                        ("id", id), ("permission", permission)).RunAsync(token);
                }

                await audit.RecordAsync(transaction, "roles.save", $"role:{code}", JsonSerializer.Serialize(new { permissions }), token);
            },
            cancellationToken);

    private void Check(string code, LocalName name, IReadOnlyList<string> permissions)
    {
        if (code.Length is 0 or > 64 || !code.All(mark => char.IsAsciiLetterLower(mark) || char.IsAsciiDigit(mark) || mark == '-'))
        {
            throw new RefusedException(AccessRefusal.CodeInvalid);
        }

        if (string.IsNullOrWhiteSpace(name.En))
        {
            throw new RefusedException(AccessRefusal.NameMissing);
        }

        if (name.En.Length > 200 || name.Fa?.Length > 200 || name.Ar?.Length > 200)
        {
            throw new RefusedException(AccessRefusal.NameTooLong);
        }

        if (permissions.Any(permission => !catalog.Knows(permission)))
        {
            throw new RefusedException(AccessRefusal.PermissionUnknown);
        }

        // A role may already be granted anywhere, so whoever edits it must hold what it gives everywhere.
        if (!person.IsHouse && permissions.Append(AccessPermissions.ManageRoles.Id).Any(id => !person.ScopeOf(new(id)).IsEverything))
        {
            throw new RefusedException(AccessRefusal.BeyondOwnRights);
        }
    }

    private static async Task<long> SaveAsync(DbTransaction transaction, string code, LocalName name, CancellationToken cancellationToken)
    {
        var found = await transaction
            .Command("SELECT id, built_in FROM access_roles WHERE code = @code", ("code", code))
            .ListAsync(row => (Id: row.GetInt64(0), BuiltIn: row.GetInt32(1) == 1), cancellationToken);
        if (found is [{ BuiltIn: true }])
        {
            throw new RefusedException(AccessRefusal.RoleBuiltIn);
        }

        var text = found.Count == 1
            ? "UPDATE access_roles SET name_en = @en, name_fa = @fa, name_ar = @ar WHERE code = @code RETURNING id"
            : "INSERT INTO access_roles (code, built_in, name_en, name_fa, name_ar) VALUES (@code, 0, @en, @fa, @ar) RETURNING id";
        return await transaction.Command(text, ("code", code), ("en", name.En), ("fa", name.Fa), ("ar", name.Ar)).ScalarAsync<long?>(cancellationToken) ?? 0;
    }
}
