using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Reads what a person may do and keeps it until anything in people, roles or units changes.</summary>
internal sealed class GrantReader(IDatabase database, AccessSignal signal, PermissionCatalog catalog)
{
    private Kept kept = new(signal.Token, new());

    public async ValueTask<PersonGrants?> FindAsync(long personId, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref kept);
        if (current.Token.HasChanged)
        {
            current = new(signal.Token, new());
            Volatile.Write(ref kept, current);
        }

        if (current.Grants.TryGetValue(personId, out var known))
        {
            return known;
        }

        var read = await ReadAsync(personId, cancellationToken);
        if (read is not null)
        {
            current.Grants[personId] = read;
        }

        return read;
    }

    private async Task<PersonGrants?> ReadAsync(long personId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var person = await connection
            .Command($"SELECT {PersonRow.Columns} FROM access_persons WHERE id = @id", ("id", personId))
            .ListAsync(PersonRow.Read, cancellationToken);
        if (person is not [var found])
        {
            return null;
        }

        var lines = await connection.Command(
            """
            SELECT g.id, r.code, u.code, p.permission
            FROM access_grants g
            JOIN access_roles r ON r.id = g.role_id
            LEFT JOIN access_units u ON u.id = g.unit_id
            LEFT JOIN access_role_permissions p ON p.role_id = r.id
            WHERE g.person_id = @id
            ORDER BY g.id
            """,
            ("id", personId))
            .ListAsync(row => (Grant: row.GetInt64(0), Role: row.GetString(1), Unit: row.Text(2), Permission: row.Text(3)), cancellationToken);
        var units = await connection.Command(
            "SELECT u.code FROM access_memberships m JOIN access_units u ON u.id = m.unit_id WHERE m.person_id = @id ORDER BY u.code",
            ("id", personId)).ListAsync(row => row.GetString(0), cancellationToken);
        return new(
            found,
            lines
                .GroupBy(line => line.Grant)
                .Select(group => new PersonGrants.Line(group.First().Role, group.First().Unit, group.Select(line => line.Permission).OfType<string>().ToList()))
                .ToList(),
            units,
            catalog);
    }

    private sealed record Kept(IChangeToken Token, ConcurrentDictionary<long, PersonGrants> Grants);
}
