using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Indicators.Storage;

/// <summary>Reads definitions.</summary>
public sealed class IndicatorDefinitions(IDatabase database)
{
    private const string Current = """
        SELECT v.definition_id, v.version, v.body
        FROM indicators_definitions d JOIN indicators_versions v ON v.definition_id = d.id AND v.version = d.version
        """;

    /// <summary>Current versions, oldest definition first, without those archived.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Current + " WHERE d.archived = 0 ORDER BY d.id").ListAsync(Read, cancellationToken);
    }

    /// <summary>The current version of a definition, or null.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="archived">Whether one that is archived counts too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IndicatorDefinition?> FindAsync(string key, bool archived = false, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(Current + " WHERE d.key = @key AND d.archived <= @archived", ("key", key), ("archived", archived ? 1 : 0)).ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>An earlier version, or null.</summary>
    public async Task<IndicatorDefinition?> VersionAsync(long id, int version, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command("SELECT definition_id, version, body FROM indicators_versions WHERE definition_id = @id AND version = @version", ("id", id), ("version", version))
            .ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    private static IndicatorDefinition Read(DbDataReader reader)
        => JsonSerializer.Deserialize<IndicatorDefinition>(reader.GetString(2), IndicatorJson.Options)! with { Id = reader.GetInt64(0), Version = reader.GetInt32(1) };
}
