using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Tajriba.Bench;

/// <summary>The same rows into one bare table by the store's fastest road, durable at every commit: what no log can beat.</summary>
internal static class LogCeiling
{
    /// <summary>Rows per CPU second.</summary>
    public static double Sqlite(string file, int events, int batch)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "pragma journal_mode=wal; pragma synchronous=full; create table row (id integer primary key, at integer, customer blob, visit blob, attributes blob)");
        return CpuClock.RateAsync(events, () =>
        {
            for (int at = 0; at < events; at += batch)
            {
                using SqliteTransaction transaction = connection.BeginTransaction();
                using SqliteCommand insert = connection.CreateCommand();
                insert.CommandText = "insert into row values ($id, $at, $customer, $visit, $attributes)";
                SqliteParameter[] values = [.. new[] { "$id", "$at", "$customer", "$visit", "$attributes" }.Select(name => insert.Parameters.Add(new SqliteParameter { ParameterName = name }))];
                for (int i = at; i < Math.Min(events, at + batch); i++)
                {
                    LogRow row = LogRow.Of(i);
                    (values[0].Value, values[1].Value, values[2].Value, values[3].Value, values[4].Value) = (i, row.Time, row.Customer, row.Visit, row.Attributes);
                    insert.ExecuteNonQuery();
                }

                transaction.Commit();
            }

            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }

    /// <summary>Rows per CPU second of client and server, by binary COPY.</summary>
    public static async Task<double> PostgresAsync(string connectionString, int events, int batch)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand("create table row (id bigint primary key, at bigint, customer bytea, visit bytea, attributes bytea)", connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        double rate = await CpuClock.RateAsync(events, CopyAsync, withPostgres: true);
        await using var drop = new NpgsqlCommand("drop table row", connection);
        await drop.ExecuteNonQueryAsync();
        return rate;

        async Task CopyAsync()
        {
            for (int at = 0; at < events; at += batch)
            {
                await using NpgsqlBinaryImporter import = await connection.BeginBinaryImportAsync("copy row from stdin (format binary)");
                for (int i = at; i < Math.Min(events, at + batch); i++)
                {
                    LogRow row = LogRow.Of(i);
                    await import.StartRowAsync();
                    await import.WriteAsync((long)i, NpgsqlDbType.Bigint);
                    await import.WriteAsync(row.Time, NpgsqlDbType.Bigint);
                    await import.WriteAsync(row.Customer, NpgsqlDbType.Bytea);
                    await import.WriteAsync(row.Visit, NpgsqlDbType.Bytea);
                    await import.WriteAsync(row.Attributes, NpgsqlDbType.Bytea);
                }

                await import.CompleteAsync();
            }
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
