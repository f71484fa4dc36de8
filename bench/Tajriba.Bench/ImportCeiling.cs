using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Tajriba.Bench;

/// <summary>
/// As fast as SQLite takes rows here: lines split at commas, times parsed, one prepared INSERT, commits of the size that the
/// product has and as durable. No objects, no checks, no second table: nobody can be faster by this road.
/// </summary>
internal static class ImportCeiling
{
    private const int Batch = 20_000;

    public static long Write(string csv, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "ceiling.db")};Pooling=False");
        connection.Open();
        Run(connection, "pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 8000");
        Run(connection, "create table event (position integer primary key, case_id text, name text, time integer)");
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "insert into event (case_id, name, time) values ($case, $name, $time)";
        SqliteParameter[] cells = [.. new[] { "$case", "$name", "$time" }.Select(n => insert.Parameters.Add(n, n == "$time" ? SqliteType.Integer : SqliteType.Text))];
        insert.Prepare();
        long rows = 0;
        SqliteTransaction transaction = connection.BeginTransaction();
        foreach (string line in File.ReadLines(csv).Skip(1))
        {
            string[] parts = line.Split(',');
            insert.Transaction = transaction;
            cells[0].Value = parts[0];
            cells[1].Value = parts[1];
            cells[2].Value = DateTimeOffset.Parse(parts[2], CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
            insert.ExecuteNonQuery();
            if (++rows % Batch == 0)
            {
                transaction.Commit();
                transaction.Dispose();
                transaction = connection.BeginTransaction();
            }
        }

        transaction.Commit();
        transaction.Dispose();
        return rows;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
