using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Indicators.Storage;

/// <summary>Keeps definitions and every version they ever had.</summary>
public sealed class IndicatorStore(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Saves a new definition (id 0) or the next version of one; gives it as saved, or null where its key is taken.</summary>
    public Task<IndicatorDefinition?> SaveAsync(IndicatorDefinition definition, CancellationToken cancellationToken = default)
        => database.WriteAsync((transaction, cancel) => SaveAsync(transaction, definition, cancel), cancellationToken);

    /// <summary>Saves definitions whose keys are free; gives how many.</summary>
    public Task<int> AddAsync(IReadOnlyList<IndicatorDefinition> definitions, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var saved = 0;
                foreach (var definition in definitions)
                {
                    saved += await SaveAsync(transaction, definition, cancel) is null ? 0 : 1;
                }

                return saved;
            },
            cancellationToken);

    /// <summary>Takes a definition out of use, or puts it back; its versions stay.</summary>
    public Task SetArchivedAsync(IndicatorDefinition definition, bool archived, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command("UPDATE indicators_definitions SET archived = @archived WHERE id = @id", ("archived", archived ? 1 : 0), ("id", definition.Id)).RunAsync(cancel);
                await audit.RecordAsync(transaction, archived ? "indicators.archive" : "indicators.restore", "indicator:" + definition.Key, null, cancel);
            },
            cancellationToken);

    private async Task<IndicatorDefinition?> SaveAsync(DbTransaction transaction, IndicatorDefinition definition, CancellationToken cancellationToken)
    {
        if (await NumberedAsync(transaction, definition, cancellationToken) is not { } saved)
        {
            return null;
        }

        var body = JsonSerializer.Serialize(saved, IndicatorJson.Options);
        await transaction.Command(
            "INSERT INTO indicators_versions (definition_id, version, body, made_at) VALUES (@id, @version, @body, @at)",
            ("id", saved.Id), ("version", saved.Version), ("body", body), ("at", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancellationToken);
        await audit.RecordAsync(transaction, definition.Id == 0 ? "indicators.define" : "indicators.change", "indicator:" + saved.Key, body, cancellationToken);
        return saved;
    }

    private static async Task<IndicatorDefinition?> NumberedAsync(DbTransaction transaction, IndicatorDefinition definition, CancellationToken cancellationToken)
    {
        if (definition.Id == 0)
        {
            var id = await transaction.Command("INSERT INTO indicators_definitions (key, version) VALUES (@key, 1) ON CONFLICT (key) DO NOTHING RETURNING id", ("key", definition.Key))
                .ScalarAsync<long>(cancellationToken);
            return id == 0 ? null : definition with { Id = id, Version = 1 };
        }

        var version = await transaction.Command(
            "UPDATE indicators_definitions SET version = version + 1 WHERE id = @id RETURNING version", ("id", definition.Id)).ScalarAsync<int>(cancellationToken);
        return definition with { Version = version };
    }
}
