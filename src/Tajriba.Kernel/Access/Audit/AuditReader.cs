using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

internal sealed class AuditReader(IDatabase database, CurrentPerson person) : IAuditReader
{
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, int limit, CancellationToken cancellationToken = default)
    {
        Demand();
        var where = new List<string> { "1 = 1" };
        var values = new List<(string, object?)> { ("limit", limit) };
        void Where(string condition, string name, object? value)
        {
            if (value is not null)
            {
                where.Add(condition);
                values.Add((name, value));
            }
        }

        Where("e.person_id = @person", "person", query.PersonId);
        Where("e.at >= @from", "from", query.From is { } from ? Microseconds.Of(from) : null);
        Where("e.at < @to", "to", query.To is { } to ? Microseconds.Of(to) : null);
        Where("e.id < @before", "before", query.BeforeId);
        if (!string.IsNullOrEmpty(query.Action))
        {
            Where("substr(e.action, 1, @length) = @action", "action", query.Action);
            values.Add(("length", query.Action.Length));
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"""
            SELECT e.id, e.at, e.person_id, p.display_name, e.action, e.subject, e.details
            FROM access_audit_entries e LEFT JOIN access_persons p ON p.id = e.person_id
            WHERE {string.Join(" AND ", where)}
            ORDER BY e.id DESC LIMIT @limit
            """,
            values.ToArray())
            .ListAsync(
                row => new AuditEntry(row.GetInt64(0), Microseconds.ToTime(row.GetInt64(1)), row.Number(2), row.Text(3), row.GetString(4), row.GetString(5), row.Text(6)),
                cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ActionsAsync(CancellationToken cancellationToken = default)
    {
        Demand();
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT DISTINCT action FROM access_audit_entries ORDER BY action").ListAsync(row => row.GetString(0), cancellationToken);
    }

    // Entries carry no unit, so only somebody who sees every unit may read them.
    private void Demand()
    {
        if (!person.IsHouse && !person.ScopeOf(AccessPermissions.ViewAudit).IsEverything)
        {
            throw new UnauthorizedAccessException("The audit trail is read by whoever may see all of it.");
        }
    }
}
