using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>Mappings that people saved, by name; the newest one fits the next file with the same columns by itself.</summary>
public sealed class MappingStore(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    public async Task<ColumnMapping?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        string? json = await connection.Command("SELECT mapping FROM capture_mappings WHERE name = @name", ("name", name)).ScalarAsync<string>(cancellationToken);
        return json is null ? null : ColumnMapping.FromJson(json);
    }

    /// <summary>The mapping last saved for files with these columns.</summary>
    /// <param name="fingerprint">As <see cref="FileSample.Fingerprint"/> tells.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ColumnMapping?> ForColumnsAsync(string fingerprint, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        string? json = await connection.Command(
            "SELECT mapping FROM capture_mappings WHERE fingerprint = @fingerprint ORDER BY saved_at DESC LIMIT 1", ("fingerprint", fingerprint)).ScalarAsync<string>(cancellationToken);
        return json is null ? null : ColumnMapping.FromJson(json);
    }

    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT name FROM capture_mappings ORDER BY name").ListAsync(r => r.GetString(0), cancellationToken);
    }

    /// <summary>Keeps a mapping, in place of one of the same name.</summary>
    public Task SaveAsync(string name, string fingerprint, ColumnMapping mapping, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            await transaction.Command(
                """
                INSERT INTO capture_mappings (name, fingerprint, mapping, saved_at) VALUES (@name, @fingerprint, @mapping, @now)
                ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, mapping = excluded.mapping, saved_at = excluded.saved_at
                """,
                ("name", name), ("fingerprint", fingerprint), ("mapping", mapping.ToJson()), ("now", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel);
            await audit.RecordAsync(transaction, "capture.save-mapping", "mapping:" + fingerprint, cancellationToken: cancel);
        },
        cancellationToken);
}
