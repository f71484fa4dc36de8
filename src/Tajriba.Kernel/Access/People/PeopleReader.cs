using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

internal sealed class PeopleReader(IDatabase database)
{
    private const string Columns = "p.id, p.user_name, p.display_name, p.is_active, p.password_hash IS NOT NULL";

    public async Task<PersonSummary?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await ReadAsync(connection, "WHERE p.id = @id", [("id", id)], cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<PersonSummary>> ListAsync(
        UnitScope scope, string? text, string? after, int limit, CancellationToken cancellationToken)
    {
        if (!scope.IsEverything && scope.Codes.Count == 0)
        {
            return [];
        }

        var where = new List<string> { "p.normalized_user_name > @after" };
        var values = new List<(string, object?)> { ("after", after ?? ""), ("limit", Math.Clamp(limit, 1, 500)) };
        if (!string.IsNullOrWhiteSpace(text))
        {
            where.Add("(LOWER(p.display_name) LIKE @text ESCAPE '!' OR LOWER(p.user_name) LIKE @text ESCAPE '!')");
            values.Add(("text", $"%{Escaped(text.Trim().ToLowerInvariant())}%"));
        }

        if (!scope.IsEverything)
        {
            var names = scope.Codes.Select((code, index) => (Name: $"@unit{index}", Code: code)).ToList();
            values.AddRange(names.Select(item => (item.Name, (object?)item.Code)));
            where.Add(
                $"""
                EXISTS (SELECT 1 FROM access_memberships m JOIN access_units u ON u.id = m.unit_id
                        WHERE m.person_id = p.id AND u.code IN ({string.Join(", ", names.Select(item => item.Name))}))
                """);
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        return await ReadAsync(
            connection, $"WHERE {string.Join(" AND ", where)} ORDER BY p.normalized_user_name LIMIT @limit", values.ToArray(), cancellationToken);
    }

    private static string Escaped(string text) => text.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");

    private static async Task<List<PersonSummary>> ReadAsync(
        DbConnection connection, string rest, (string, object?)[] values, CancellationToken cancellationToken)
    {
        var found = await connection.Command($"SELECT {Columns} FROM access_persons p {rest}", values).ListAsync(
            row => new PersonSummary(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3) == 1, Convert.ToBoolean(row.GetValue(4)), [], []),
            cancellationToken);
        if (found.Count == 0)
        {
            return found;
        }

        var ids = string.Join(", ", found.Select(person => person.Id));
        var units = (await connection.Command(
            $"SELECT m.person_id, u.code FROM access_memberships m JOIN access_units u ON u.id = m.unit_id WHERE m.person_id IN ({ids}) ORDER BY u.code")
            .ListAsync(row => (Person: row.GetInt64(0), Unit: row.GetString(1)), cancellationToken)).ToLookup(row => row.Person, row => row.Unit);
        var grants = (await connection.Command(
            $"""
            SELECT g.person_id, r.code, u.code
            FROM access_grants g JOIN access_roles r ON r.id = g.role_id LEFT JOIN access_units u ON u.id = g.unit_id
            WHERE g.person_id IN ({ids}) ORDER BY g.id
            """).ListAsync(row => (Person: row.GetInt64(0), Grant: new RoleGrant(row.GetString(1), row.Text(2))), cancellationToken))
            .ToLookup(row => row.Person, row => row.Grant);
        return found.ConvertAll(person => person with { UnitCodes = units[person.Id].ToList(), Grants = grants[person.Id].ToList() });
    }
}
