using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Journeys.Storage;

/// <summary>Definitions and every version they ever had.</summary>
public sealed class JourneyStore(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    private const string Current = """
        SELECT v.definition_id, v.version, v.body
        FROM journeys_definitions d JOIN journeys_versions v ON v.definition_id = d.id AND v.version = d.version
        """;

    /// <summary>Current versions, oldest definition first, without those archived.</summary>
    public async Task<IReadOnlyList<JourneyDefinition>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Current + " WHERE d.archived = @archived ORDER BY d.id", ("archived", False)).ListAsync(Read, cancellationToken);
    }

    /// <summary>The current version of a definition, or null.</summary>
    public async Task<JourneyDefinition?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(Current + " WHERE d.archived = @archived AND d.id = @id", ("archived", False), ("id", id)).ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>As <see cref="FindAsync"/>, archived ones too.</summary>
    public async Task<JourneyDefinition?> FindAnyAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.Command(Current + " WHERE d.id = @id", ("id", id)).ListAsync(Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Saves a new definition (id 0) or the next version of one; gives it as saved.</summary>
    public Task<JourneyDefinition> SaveAsync(JourneyDefinition definition, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var saved = await NumberedAsync(transaction, definition, cancel);
                var body = JsonSerializer.Serialize(saved);
                await transaction.Command(
                    "INSERT INTO journeys_versions (definition_id, version, body, made_at) VALUES (@id, @version, @body, @at)",
                    ("id", saved.Id), ("version", saved.Version), ("body", body), ("at", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel);
                await audit.RecordAsync(transaction, definition.Id == 0 ? "journeys.define" : "journeys.change", Subject(saved.Id), body, cancel);
                return saved;
            },
            cancellationToken);

    /// <summary>Takes a definition out of use; its versions stay.</summary>
    public Task ArchiveAsync(long id, CancellationToken cancellationToken = default) => SetArchivedAsync(id, True, "journeys.archive", cancellationToken);

    /// <summary>Puts an archived definition back.</summary>
    public Task RestoreAsync(long id, CancellationToken cancellationToken = default) => SetArchivedAsync(id, False, "journeys.restore", cancellationToken);

    private object True => database.Provider == DatabaseProvider.Sqlite ? 1 : true;

    private object False => database.Provider == DatabaseProvider.Sqlite ? 0 : false;

    private Task SetArchivedAsync(long id, object archived, string action, CancellationToken cancellationToken)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                await transaction.Command("UPDATE journeys_definitions SET archived = @archived WHERE id = @id", ("archived", archived), ("id", id)).RunAsync(cancel);
                await audit.RecordAsync(transaction, action, Subject(id), null, cancel);
            },
            cancellationToken);

    private static async Task<JourneyDefinition> NumberedAsync(DbTransaction transaction, JourneyDefinition definition, CancellationToken cancellationToken)
    {
        if (definition.Id == 0)
        {
            var id = await transaction.Command("INSERT INTO journeys_definitions (version) VALUES (1) RETURNING id").ScalarAsync<long>(cancellationToken);
            return definition with { Id = id, Version = 1 };
        }

        var version = await transaction.Command(
            "UPDATE journeys_definitions SET version = version + 1 WHERE id = @id RETURNING version", ("id", definition.Id)).ScalarAsync<int>(cancellationToken);
        return definition with { Version = version };
    }

    private static JourneyDefinition Read(DbDataReader reader)
        => JsonSerializer.Deserialize<JourneyDefinition>(reader.GetString(2))! with { Id = reader.GetInt64(0), Version = reader.GetInt32(1) };

    private static string Subject(long id) => "journey:" + id.ToString(CultureInfo.InvariantCulture);
}
