using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Tajriba.Kernel.Storage;

/// <summary>
/// Runs one statement over many rows: prepared once and bound by place on SQLite, over arrays in one round trip on
/// PostgreSQL. Columns are <c>long[]</c> or <c>string[]</c>, all of one length.
/// </summary>
public static class ManyRows
{
    /// <summary>Inserts rows.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="into">Table and columns: <c>t (a, b)</c>.</param>
    /// <param name="onConflict">What follows the rows (<c>ON CONFLICT ...</c>), or empty.</param>
    /// <param name="columns">The values, column by column in the order of <paramref name="into"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task InsertManyAsync(this DbTransaction transaction, string into, string onConflict, IReadOnlyList<Array> columns, CancellationToken cancellationToken = default)
    {
        if (columns[0].Length == 0)
        {
            return;
        }

        if (transaction.Connection is SqliteConnection connection)
        {
            var places = string.Join(", ", columns.Select((_, i) => $"?{i + 1}"));
            using var statement = new SqliteStatement(connection, $"INSERT INTO {into} VALUES ({places}) {onConflict}");
            Run(statement, columns, null);
            return;
        }

        await using var command = WithArrays(transaction, $"INSERT INTO {into} SELECT * FROM {Unnest(columns)} {onConflict}", columns);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Updates rows by a key and tells of each whether there was one.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="set">Assignments; the values are <c>{0}</c>, <c>{1}</c>, ... and <c>{0}</c> is the key.</param>
    /// <param name="key">The key's column, a <c>long</c>.</param>
    /// <param name="columns">The values, the key's first.</param>
    /// <param name="where">What must hold of a row besides, with values as in <paramref name="set"/>; what is left out this way is not written.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<bool[]> UpdateManyAsync(
        this DbTransaction transaction, string table, string set, string key, IReadOnlyList<Array> columns, string where = "1 = 1", CancellationToken cancellationToken = default)
    {
        var keys = (long[])columns[0];
        var met = new bool[keys.Length];
        if (keys.Length == 0)
        {
            return met;
        }

        if (transaction.Connection is SqliteConnection connection)
        {
            using var statement = new SqliteStatement(connection, $"UPDATE {table} SET {Named(set, columns, i => $"?{i + 1}")} WHERE {key} = ?1 AND {Named(where, columns, i => $"?{i + 1}")}");
            Run(statement, columns, met);
            return met;
        }

        await using var command = WithArrays(
            transaction, $"UPDATE {table} SET {Named(set, columns, i => $"v.c{i}")} FROM {Unnest(columns)} WHERE {table}.{key} = v.c0 AND {Named(where, columns, i => $"v.c{i}")} RETURNING {table}.{key}", columns);
        var found = new HashSet<long>(await command.ListAsync(r => r.GetInt64(0), cancellationToken));
        for (var i = 0; i < keys.Length; i++)
        {
            met[i] = found.Contains(keys[i]);
        }

        return met;
    }

    private static string Named(string set, IReadOnlyList<Array> columns, Func<int, string> name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            set = set.Replace($"{{{i}}}", name(i), StringComparison.Ordinal);
        }

        return set;
    }

    private static string Unnest(IReadOnlyList<Array> columns)
        => $"unnest({string.Join(", ", columns.Select((_, i) => $"@c{i}"))}) v({string.Join(", ", columns.Select((_, i) => $"c{i}"))})";

    private static NpgsqlCommand WithArrays(DbTransaction transaction, string sql, IReadOnlyList<Array> columns)
    {
        var command = (NpgsqlCommand)transaction.Command(sql);
        for (var i = 0; i < columns.Count; i++)
        {
            command.Parameters.Add(new NpgsqlParameter($"c{i}", columns[i]));
        }

        return command;
    }

    private static void Run(SqliteStatement statement, IReadOnlyList<Array> columns, bool[]? changed)
    {
        for (var row = 0; row < columns[0].Length; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                _ = columns[column] switch
                {
                    long[] numbers => statement.Bind(column + 1, numbers[row]),
                    string[] texts => statement.BindText(column + 1, texts[row]),
                    _ => throw new ArgumentException("A column is long[] or string[].", nameof(columns)),
                };
            }

            var any = statement.Run();
            if (changed is not null)
            {
                changed[row] = any;
            }
        }
    }
}
