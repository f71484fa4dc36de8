using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers.Directory;

/// <summary>Finds customers and employees, newest active first, within the units that a person may see.</summary>
public sealed class ObjectDirectory(IDatabase database, IExperienceLog log)
{
    /// <param name="type">Object type.</param>
    /// <param name="query">Beginning of an identifier, in any spelling; null or empty for all.</param>
    /// <param name="scope">Units that the reader may see.</param>
    /// <param name="skip">Entries to leave out.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<DirectoryEntry>> FindAsync(string type, string? query, UnitScope scope, int skip, int limit, CancellationToken cancellationToken = default)
    {
        string folded = Folding.Fold(query ?? "");
        var parameters = new List<(string, object?)> { ("type", type), ("limit", limit), ("skip", skip) };
        string where = "d.type = @type";
        if (folded.Length > 0)
        {
            // A range, which an index by bytes answers; the last code point stands after all that begin with the query.
            string bytes = database.Provider == DatabaseProvider.Postgres ? " COLLATE \"C\"" : "";
            where += $" AND d.folded{bytes} >= @query AND d.folded{bytes} < @beyond";
            parameters.Add(("query", folded));
            parameters.Add(("beyond", folded + "\U0010FFFF"));
        }

        if (!scope.IsEverything)
        {
            where += " AND " + InScope(scope, parameters);
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<DirectoryEntry> found = await connection.Command(
            $"SELECT d.number, d.events, d.first_seen, d.last_seen FROM customers_directory d WHERE {where} ORDER BY d.last_seen DESC, d.number DESC LIMIT @limit OFFSET @skip",
            [.. parameters]).ListAsync(Entry, cancellationToken);
        Dictionary<long, string> ids = (await log.GetObjectsAsync([.. found.Select(f => f.Number)], cancellationToken)).ToDictionary(o => o.Number, o => o.Id);
        return [.. found.Where(f => ids.ContainsKey(f.Number)).Select(f => f with { Id = ids[f.Number] })];
    }

    /// <summary>Whether an object had an event in a unit that the reader may see.</summary>
    public async Task<bool> IsVisibleAsync(long number, UnitScope scope, CancellationToken cancellationToken = default)
    {
        if (scope.IsEverything)
        {
            return true;
        }

        var parameters = new List<(string, object?)> { ("number", number) };
        string sql = "SELECT COUNT(*) FROM (SELECT CAST(@number AS BIGINT) AS number) d WHERE " + InScope(scope, parameters);
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        if (scope.Codes.Count > 0 && await connection.Command(sql, [.. parameters]).ScalarAsync<long>(cancellationToken) > 0)
        {
            return true;
        }

        return await HappenedInAsync(number, scope, cancellationToken);
    }

    /// <summary>Objects that the directory does not hold (yet) are judged by their own events.</summary>
    private async Task<bool> HappenedInAsync(long number, UnitScope scope, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            Timeline page = await log.ReadObjectAsync(number, cursor, 1_000, cancellationToken);
            if (page.Events.Any(e => scope.Contains(e.Unit)))
            {
                return true;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return false;
    }

    private static string InScope(UnitScope scope, List<(string, object?)> parameters)
    {
        if (scope.Codes.Count == 0)
        {
            return "1 = 0";
        }

        var names = new List<string>();
        foreach (string code in scope.Codes)
        {
            names.Add($"@unit{names.Count}");
            parameters.Add(($"unit{names.Count - 1}", code));
        }

        return $"EXISTS (SELECT 1 FROM customers_units u WHERE u.number = d.number AND u.unit IN ({string.Join(", ", names)}))";
    }

    private static DirectoryEntry Entry(DbDataReader r) =>
        new(r.GetInt64(0), "", r.GetInt64(1), Microseconds.ToTime(r.GetInt64(2)), Microseconds.ToTime(r.GetInt64(3)));
}
