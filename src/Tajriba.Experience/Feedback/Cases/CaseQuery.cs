using System.Data.Common;
using System.Globalization;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A page of cases in SQL: one walk along an index, whatever there is.</summary>
internal static class CaseQuery
{
    public static DbCommand Of(DbConnection connection, CaseFilter filter, CaseCursor? after, int take)
    {
        List<string> where = ["is_open = " + (filter.IsOpen ? "1" : "0")];
        List<(string Name, object? Value)> values = [("take", take)];
        Add(filter.Handler, "handler = @handler", "handler");
        Add(filter.DueBefore is { } due ? Microseconds.Of(due) : null, "due_at < @before", "before");
        Add(filter.Priority is { } priority ? (int)priority : null, "priority = @priority", "priority");
        Add(filter.Unit, "unit = @unit", "unit");
        if (filter.IsUnassigned)
        {
            where.Add("handler IS NULL");
        }

        if (!filter.Scope.IsEverything)
        {
            string[] codes = [.. filter.Scope.Codes];
            where.Add(codes.Length == 0 ? "1 = 0" : "unit IN (" + string.Join(", ", codes.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@u{i}"))) + ")");
            values.AddRange(codes.Select((code, i) => (string.Create(CultureInfo.InvariantCulture, $"u{i}"), (object?)code)));
        }

        if (after is not null)
        {
            where.Add("(due_at, id) > (@due, @id)");
            values.AddRange([("due", after.DueAt), ("id", after.Id)]);
        }

        return connection.Command(
            $"SELECT id, code, said, unit, state, priority, handler, opened_at, due_at FROM feedback_cases WHERE {string.Join(" AND ", where)} ORDER BY due_at, id LIMIT @take",
            [.. values]);

        void Add(object? value, string condition, string name)
        {
            if (value is not null)
            {
                where.Add(condition);
                values.Add((name, value));
            }
        }
    }

    public static CaseRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), Enum.Parse<CaseState>(row.GetString(4)), (CasePriority)row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetInt64(6), Microseconds.ToTime(row.GetInt64(7)), row.GetInt64(8) == long.MaxValue ? null : Microseconds.ToTime(row.GetInt64(8)));
}
