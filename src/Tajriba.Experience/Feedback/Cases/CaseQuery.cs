using System.Data.Common;
using System.Globalization;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Cases by filter in SQL: one walk along an index that holds all that a filter asks for, whatever there is.</summary>
internal static class CaseQuery
{
    private const string Columns = "id, code, said, unit, state, priority, handler, opened_at, due_at, version";

    /// <summary>A page in the order of the filter; backwards, the rows before a place, the nearest first.</summary>
    public static DbCommand Of(DbConnection connection, DatabaseProvider provider, CaseFilter filter, CaseCursor? from, int take, bool isBackwards = false)
    {
        (string where, List<(string Name, object? Value)> values) = Where(filter, provider == DatabaseProvider.Sqlite, "");
        bool isFalling = filter.IsNewestFirst != isBackwards;
        string key = filter.IsNewestFirst ? "opened_at" : "due_at";
        if (from is not null)
        {
            where += $" AND ({key}, id) {(isFalling ? "<" : ">")} (@key, @id)";
            values.AddRange([("key", from.Key), ("id", from.Id)]);
        }

        string order = isFalling ? $"ORDER BY {key} DESC, id DESC" : $"ORDER BY {key}, id";
        values.Add(("take", take));

        // The walk reads nothing but the index; only the rows of the page are looked up.
        return connection.Command(
            $"SELECT {Columns} FROM feedback_cases WHERE id IN (SELECT id FROM feedback_cases WHERE {where} {order} LIMIT @take) {order}", [.. values]);
    }

    /// <summary>The cases of one customer, the newest first, with when each was resolved after its columns.</summary>
    public static DbCommand OfSubject(DbConnection connection, string type, string id, int take)
        => connection.Command(
            $"SELECT {Columns}, resolved_at FROM feedback_cases WHERE subject_type = @type AND subject_id = @subject ORDER BY opened_at DESC, id DESC LIMIT @take",
            ("type", type), ("subject", id), ("take", take));

    /// <summary>How many there are for each filter, counted up to a number.</summary>
    public static DbCommand Count(DbConnection connection, DatabaseProvider provider, IReadOnlyList<CaseFilter> filters, int most)
    {
        List<(string, object?)> all = [("most", most)];
        var counts = new List<string>();
        foreach ((int n, CaseFilter filter) in filters.Index())
        {
            (string where, List<(string, object?)> values) = Where(filter, provider == DatabaseProvider.Sqlite, string.Create(CultureInfo.InvariantCulture, $"f{n}_"));
            all.AddRange(values);
            counts.Add($"(SELECT COUNT(*) FROM (SELECT 1 FROM feedback_cases WHERE {where} LIMIT @most) counted)");
        }

        return connection.Command("SELECT " + string.Join(", ", counts), [.. all]);
    }

    public static CaseRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), Enum.Parse<CaseState>(row.GetString(4)), (CasePriority)row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetInt64(6), Microseconds.ToTime(row.GetInt64(7)), row.GetInt64(8) == long.MaxValue ? null : Microseconds.ToTime(row.GetInt64(8)), row.GetInt32(9));

    private static (string Sql, List<(string Name, object? Value)> Values) Where(CaseFilter filter, bool isSqlite, string prefix)
    {
        List<string> where = ["is_open = " + (filter.IsOpen ? "1" : "0")];
        List<(string Name, object? Value)> values = [];
        Add(filter.Handler, "handler =", "handler");
        Add(filter.DueBefore is { } due ? Microseconds.Of(due) : null, "due_at <", "before");
        Add(filter.Priority is { } priority ? (int)priority : null, "priority =", "priority");
        Add(filter.State?.ToString(), "state =", "state");
        Add(filter.Unit, "unit =", "unit");
        Add(filter.Channel, "channel =", "channel");
        Add(filter.Language, "language =", "language");
        Add(filter.Customer, "subject_type = 'customer' AND subject_id =", "customer");
        if (filter.Search is { } search)
        {
            Find(search);
        }

        if (filter.IsUnassigned)
        {
            where.Add("handler IS NULL");
        }

        if (!filter.Scope.IsEverything)
        {
            string[] codes = [.. filter.Scope.Codes];
            where.Add(codes.Length == 0 ? "1 = 0" : "unit IN (" + string.Join(", ", codes.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@{prefix}u{i}"))) + ")");
            values.AddRange(codes.Select((code, i) => (string.Create(CultureInfo.InvariantCulture, $"{prefix}u{i}"), (object?)code)));
        }

        return (string.Join(" AND ", where), values);

        void Find(string search)
        {
            string found = $"SELECT id FROM feedback_cases WHERE subject_type = 'customer' AND subject_id = @{prefix}customer_is";
            values.Add((prefix + "customer_is", search));
            if (SearchTerms.Of(search, isSqlite) is { } terms)
            {
                found += isSqlite
                    ? $" UNION ALL SELECT rowid FROM feedback_case_search WHERE feedback_case_search MATCH @{prefix}terms"
                    : $" UNION ALL SELECT case_id FROM feedback_case_search WHERE words @@ to_tsquery('simple', @{prefix}terms)";
                values.Add((prefix + "terms", terms));
            }

            where.Add($"id IN ({found})");
        }

        void Add(object? value, string condition, string name)
        {
            if (value is not null)
            {
                where.Add($"{condition} @{prefix}{name}");
                values.Add((prefix + name, value));
            }
        }
    }
}
