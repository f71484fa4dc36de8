using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Customers.Identity;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers.Directory;

/// <summary>Finds customers and employees, newest active first, within the units that a person may see.</summary>
public sealed class ObjectDirectory(IDatabase database, IExperienceLog log, IdentitySettings settings)
{
    /// <summary>Persons (employees: as they are), each once, whatever identifier of theirs the query begins.</summary>
    /// <param name="type">Object type.</param>
    /// <param name="query">Beginning of an identifier, address or number, in any spelling; null or empty for all.</param>
    /// <param name="scope">Units that the reader may see.</param>
    /// <param name="skip">Entries to leave out.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<DirectoryEntry>> FindAsync(string type, string? query, UnitScope scope, int skip, int limit, CancellationToken cancellationToken = default)
    {
        if (!scope.IsEverything && scope.Codes.Count == 0)
        {
            return [];
        }

        var parameters = new List<(string, object?)> { ("type", type), ("limit", limit), ("skip", skip) };
        string sql = Folding.Fold(query ?? "") is { Length: > 0 } folded ? Matching(type, query!, folded, scope, parameters) : Newest(scope, parameters);
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<DirectoryEntry> found = await connection.Command(sql, [.. parameters]).ListAsync(Entry, cancellationToken);
        Dictionary<long, string> ids = (await log.GetObjectsAsync([.. found.Select(f => f.Number)], cancellationToken)).ToDictionary(o => o.Number, o => o.Id);
        return [.. found.Where(f => ids.ContainsKey(f.Number)).Select(f => f with { Id = ids[f.Number] })];
    }

    /// <summary>Whether an object had an event in a unit that the reader may see.</summary>
    public Task<bool> IsVisibleAsync(long number, UnitScope scope, CancellationToken cancellationToken = default) => IsAnyVisibleAsync([number], scope, cancellationToken);

    /// <summary>Whether any of a person's objects had an event in a unit that the reader may see.</summary>
    public async Task<bool> IsAnyVisibleAsync(IReadOnlyList<long> numbers, UnitScope scope, CancellationToken cancellationToken = default)
    {
        if (numbers.Count == 0 || scope.IsEverything)
        {
            return numbers.Count > 0;
        }

        if (scope.Codes.Count == 0)
        {
            return false;
        }

        var parameters = new List<(string, object?)>();
        string sql = $"""
            WITH asked(number) AS (VALUES {string.Join(", ", numbers.Select(n => $"({n})"))})
            SELECT a.number, CASE WHEN {InScope("a.number", scope, parameters)} THEN 1 ELSE 0 END, CASE WHEN EXISTS (SELECT 1 FROM customers_directory h WHERE h.number = a.number) THEN 1 ELSE 0 END
            FROM asked a
            """;
        List<(long Number, bool IsVisible, bool IsHeld)> found;
        await using (DbConnection connection = await database.OpenAsync(cancellationToken))
        {
            found = await connection.Command(sql, [.. parameters]).ListAsync(r => (r.GetInt64(0), r.GetInt32(1) > 0, r.GetInt32(2) > 0), cancellationToken);
        }

        return found.Exists(f => f.IsVisible) || await HappenedInAsync(found.ToLookup(f => f.IsHeld, f => f.Number), scope, cancellationToken);
    }

    /// <summary>
    /// Objects that the directory does not hold (yet) are judged by their own events; those that it holds by the newest,
    /// which it may not have met, so that a foreign one costs no more than one that does not exist.
    /// </summary>
    private async Task<bool> HappenedInAsync(ILookup<bool, long> byHeld, UnitScope scope, CancellationToken cancellationToken)
    {
        foreach (IGrouping<bool, long> some in byHeld)
        {
            TimelineCursor? cursor = null;
            do
            {
                Timeline page = await log.ReadObjectsAsync([.. some], cursor, 1_000, cancellationToken);
                if (page.Events.Any(e => scope.Contains(e.Unit)))
                {
                    return true;
                }

                cursor = page.Next;
            }
            while (cursor is not null && !some.Key);
        }

        return false;
    }

    /// <summary>Walks the index by the time of the last event; a person stands where the newest of their objects stands.</summary>
    private static string Newest(UnitScope scope, List<(string, object?)> parameters) =>
        $"""
        WITH page AS (
            SELECT COALESCE(i.person, d.number) AS person, d.last_seen
            FROM customers_directory d LEFT JOIN customers_identity i ON i.node = d.number
            WHERE d.type = @type AND NOT EXISTS (
                SELECT 1 FROM customers_identity o JOIN customers_directory e ON e.number = o.node
                WHERE o.person = i.person AND (e.last_seen > d.last_seen OR (e.last_seen = d.last_seen AND e.number > d.number)))
            {(scope.IsEverything ? "" : "AND (" + InScope("d.number", scope, parameters) + " OR EXISTS (SELECT 1 FROM customers_identity o WHERE o.person = i.person AND " + InScope("o.node", scope, parameters) + "))")}
            ORDER BY d.last_slot DESC, d.last_seen DESC, d.number DESC LIMIT @limit OFFSET @skip)
        SELECT m.person, CAST(SUM(d.events) AS BIGINT), MIN(d.first_seen), MAX(d.last_seen)
        FROM (SELECT p.person, p.person AS node FROM page p UNION SELECT p.person, o.node FROM page p JOIN customers_identity o ON o.person = p.person) m
        JOIN customers_directory d ON d.number = m.node
        GROUP BY m.person ORDER BY 4 DESC, 1 DESC
        """;

    /// <summary>Ranges, which indexes by bytes answer; the last code point stands after all that begin with the query.</summary>
    private string Matching(string type, string query, string folded, UnitScope scope, List<(string, object?)> parameters)
    {
        string bytes = database.Provider == DatabaseProvider.Postgres ? " COLLATE \"C\"" : "";
        var hits = new List<string> { $"SELECT d.number AS node FROM customers_directory d WHERE d.type = @type AND {Begins("d.folded" + bytes, "folded", folded, parameters)}" };
        if (type == "customer")
        {
            hits.Add($"SELECT i.node FROM customers_identity i WHERE i.kind = {(int)IdentifierKind.Visitor} AND {Begins("i.id", "visitor", query.Trim(), parameters)}");
            hits.Add(Claimed(IdentifierKind.Email, IdentifierText.Plain(query), parameters));
            if (settings.Phone.Beginning(query) is { } phone)
            {
                hits.Add(Claimed(IdentifierKind.Phone, phone, parameters));
            }
        }

        return $"""
            WITH hits AS ({string.Join(" UNION ", hits)}),
            persons AS (SELECT DISTINCT COALESCE(i.person, h.node) AS person FROM hits h LEFT JOIN customers_identity i ON i.node = h.node),
            members AS (SELECT p.person, p.person AS node FROM persons p UNION SELECT p.person, o.node FROM persons p JOIN customers_identity o ON o.person = p.person)
            SELECT m.person, CAST(SUM(d.events) AS BIGINT), MIN(d.first_seen), MAX(d.last_seen)
            FROM members m JOIN customers_directory d ON d.number = m.node
            WHERE d.type = @type{(scope.IsEverything ? "" : " AND m.person IN (SELECT v.person FROM members v WHERE " + InScope("v.node", scope, parameters) + ")")}
            GROUP BY m.person ORDER BY 4 DESC, 1 DESC LIMIT @limit OFFSET @skip
            """;
    }

    /// <summary>Whoever gave an address or number, verified or not.</summary>
    private static string Claimed(IdentifierKind kind, string beginning, List<(string, object?)> parameters) =>
        $"SELECT l.a FROM customers_identity c JOIN customers_links l ON l.b = c.node WHERE c.kind = {(int)kind} AND {Begins("c.id", kind.ToString(), beginning, parameters)}";

    private static string Begins(string column, string name, string beginning, List<(string, object?)> parameters)
    {
        parameters.Add((name, beginning));
        parameters.Add((name + "_end", beginning + "\U0010FFFF"));
        return $"{column} >= @{name} AND {column} < @{name}_end";
    }

    private static string InScope(string column, UnitScope scope, List<(string, object?)> parameters)
    {
        var names = new List<string>();
        foreach (string code in scope.Codes)
        {
            string name = $"unit{names.Count}";
            names.Add("@" + name);
            if (!parameters.Exists(p => p.Item1 == name))
            {
                parameters.Add((name, code));
            }
        }

        return $"EXISTS (SELECT 1 FROM customers_units u WHERE u.number = {column} AND u.unit IN ({string.Join(", ", names)}))";
    }

    private static DirectoryEntry Entry(DbDataReader r) =>
        new(r.GetInt64(0), "", r.GetInt64(1), Microseconds.ToTime(r.GetInt64(2)), Microseconds.ToTime(r.GetInt64(3)));
}
