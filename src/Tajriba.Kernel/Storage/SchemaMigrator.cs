using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Tajriba.Kernel.Storage;

/// <summary>
/// Brings the database to the program's schema: runs the steps it lacks, in order of source and number, in one
/// transaction. Safe when several nodes start at once; the later ones wait and find nothing to do.
/// </summary>
public sealed partial class SchemaMigrator(IDatabase database, IEnumerable<SchemaSource> sources, TimeProvider time, ILogger<SchemaMigrator> logger)
{
    private const long LockKey = 0x54616A72696261;

    private readonly IReadOnlyList<SchemaStep> steps = [.. sources.SelectMany(s => SchemaStep.Of(s, database.Provider))];

    /// <summary>Runs the steps that are missing and returns their names.</summary>
    /// <exception cref="SchemaException">A step that was already applied has changed since, or is unknown to this program, or a step failed.</exception>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken = default)
        => database.WriteAsync(MigrateAsync, cancellationToken);

    /// <summary>Names of the steps that <see cref="MigrateAsync(CancellationToken)"/> would run.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (!await HasTableAsync(connection, cancellationToken))
        {
            return [.. steps.Select(s => s.ToString())];
        }

        var applied = await AppliedAsync(connection, null, cancellationToken);
        return [.. Missing(applied).Select(s => s.ToString())];
    }

    private async Task<IReadOnlyList<string>> MigrateAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.Postgres)
        {
            await transaction.Command($"select pg_advisory_xact_lock({LockKey})").RunAsync(cancellationToken);
        }

        await transaction.Command(
            "create table if not exists kernel_schema_step (source text not null, number integer not null, name text not null, hash text not null, applied_at bigint not null, primary key (source, number))")
            .RunAsync(cancellationToken);
        var missing = Missing(await AppliedAsync(transaction.Connection!, transaction, cancellationToken));
        foreach (var step in missing)
        {
            await RunAsync(transaction, step, cancellationToken);
        }

        return [.. missing.Select(s => s.ToString())];
    }

    private async Task RunAsync(DbTransaction transaction, SchemaStep step, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.Command(step.Sql).RunAsync(cancellationToken);
        }
        catch (DbException e)
        {
            throw new SchemaException($"Schema step {step} failed: {e.Message}", e);
        }

        await transaction.Command(
            "insert into kernel_schema_step (source, number, name, hash, applied_at) values (@source, @number, @name, @hash, @at)",
            ("source", step.Source), ("number", step.Number), ("name", step.Name), ("hash", step.Hash), ("at", Microseconds.Of(time.GetUtcNow())))
            .RunAsync(cancellationToken);
        Applied(logger, step.ToString());
    }

    private List<SchemaStep> Missing(Dictionary<(string Source, int Number), (string Name, string Hash)> applied)
    {
        var sourcesHere = steps.Select(s => s.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var ((source, number), (name, _)) in applied)
        {
            if (sourcesHere.Contains(source) && !steps.Any(s => s.Source == source && s.Number == number))
            {
                throw new SchemaException($"The database has schema step {source}/{number:0000}_{name}, which this program does not know: it was made by a newer version.");
            }
        }

        foreach (var step in steps)
        {
            if (applied.TryGetValue((step.Source, step.Number), out var had) && had.Hash != step.Hash)
            {
                throw new SchemaException($"Schema step {step} was changed after it had been applied. Add a new step instead.");
            }
        }

        return [.. steps.Where(s => !applied.ContainsKey((s.Source, s.Number)))];
    }

    private async Task<bool> HasTableAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var sql = database.Provider == DatabaseProvider.Sqlite
            ? "select count(*) from sqlite_master where type = 'table' and name = 'kernel_schema_step'"
            : "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = 'kernel_schema_step'";
        return await connection.Command(sql).ScalarAsync<long>(cancellationToken) > 0;
    }

    private static async Task<Dictionary<(string, int), (string Name, string Hash)>> AppliedAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("select source, number, name, hash from kernel_schema_step");
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new Dictionary<(string, int), (string, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add((reader.GetString(0), reader.GetInt32(1)), (reader.GetString(2), reader.GetString(3)));
        }

        return applied;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schema step {Step} applied")]
    private static partial void Applied(ILogger logger, string step);
}
