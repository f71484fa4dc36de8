using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>The frames and mappings of the house: those that ship and those that were loaded, every version of them.</summary>
public sealed class FrameLibrary(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    private const int MostKeys = 50;

    /// <summary>The frames in force, our own first.</summary>
    public async Task<IReadOnlyList<KeptFrame>> FramesAsync(CancellationToken cancellationToken = default)
        => [new(0, OwnFrame.Value, null), .. (await LoadedAsync(cancellationToken)).Where(k => k.Frame is not null)];

    /// <summary>The mappings in force, the one that ships first.</summary>
    public async Task<IReadOnlyList<KeptFrame>> MappingsAsync(CancellationToken cancellationToken = default)
        => [new(0, null, OwnFrame.Mapping), .. (await LoadedAsync(cancellationToken)).Where(k => k.Mapping is not null)];

    /// <summary>A frame in force, or null.</summary>
    public async Task<KeptFrame?> FindAsync(string key, CancellationToken cancellationToken = default)
        => (await FramesAsync(cancellationToken)).FirstOrDefault(k => k.Frame!.Key == key);

    /// <summary>A version of a frame, also one that is not in force any more.</summary>
    public async Task<Frame?> FindAsync(string key, int version, CancellationToken cancellationToken = default)
    {
        if (version == 0)
        {
            return key == OwnFrame.Key ? OwnFrame.Value : null;
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        string? body = await connection.Command("SELECT body FROM maturity_frames WHERE frame_key = @key AND version = @version AND is_mapping = 0", ("key", key), ("version", version)).ScalarAsync<string>(cancellationToken);
        return body is null ? null : FrameJson.Frame(body);
    }

    /// <summary>Loads a file. Gives its key and version, or what is wrong with it and where.</summary>
    public async Task<(string? Key, int Version, (string Fault, string Where)? Fault)> LoadAsync(string json, CancellationToken cancellationToken = default)
    {
        if (FrameJson.Frame(json) is { } frame)
        {
            return FrameRules.FaultOf(frame) is { } fault ? (null, 0, fault)
                : frame.Key == OwnFrame.Key || frame.Key == OwnFrame.Mapping.Key ? (null, 0, ("taken", frame.Key))
                : await KeepAsync(frame.Key, FrameJson.Write(frame), false, cancellationToken);
        }

        if (FrameJson.Mapping(json) is not { } mapping)
        {
            return (null, 0, ("file", ""));
        }

        if (await FindAsync(mapping.Frame, cancellationToken) is not { Frame: { } onto })
        {
            return (null, 0, ("frame", mapping.Frame));
        }

        return FrameRules.FaultOf(mapping, onto) is { } wrong ? (null, 0, wrong)
            : mapping.Key == OwnFrame.Key || mapping.Key == OwnFrame.Mapping.Key ? (null, 0, ("taken", mapping.Key))
            : await KeepAsync(mapping.Key, FrameJson.Write(mapping), true, cancellationToken);
    }

    /// <summary>Puts back what held before a version; false where that is not the newest any more.</summary>
    public Task<bool> UndoAsync(string key, int version, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            int added = await transaction.Command(
                """
                INSERT INTO maturity_frames (frame_key, version, body, is_mapping, changed_at)
                SELECT newest.frame_key, newest.version + 1, before.body, newest.is_mapping, @at
                FROM maturity_frames newest LEFT JOIN maturity_frames before ON before.frame_key = newest.frame_key AND before.version = newest.version - 1
                WHERE newest.frame_key = @key AND newest.version = @version AND newest.version = (SELECT MAX(version) FROM maturity_frames WHERE frame_key = @key)
                ON CONFLICT (frame_key, version) DO NOTHING
                """,
                ("key", key), ("version", version), ("at", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel);
            if (added == 1)
            {
                await audit.RecordAsync(transaction, "maturity.frame", "frame:" + key, JsonSerializer.Serialize(new { did = "undone", version }), cancel);
            }

            return added == 1;
        },
        cancellationToken);

    private Task<(string? Key, int Version, (string Fault, string Where)? Fault)> KeepAsync(string key, string body, bool isMapping, CancellationToken cancellationToken)
        => database.WriteAsync<(string? Key, int Version, (string Fault, string Where)? Fault)>(
            async (transaction, cancel) =>
            {
                var (keys, version, other) = (await transaction.Command(
                    "SELECT COUNT(DISTINCT frame_key), COALESCE(MAX(CASE WHEN frame_key = @key THEN version END), 0), COALESCE(MAX(CASE WHEN frame_key = @key THEN is_mapping END), @mapping) FROM maturity_frames",
                    ("key", key), ("mapping", isMapping ? 1 : 0)).ListAsync(r => (r.GetInt64(0), r.GetInt32(1), Convert.ToInt32(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture) != (isMapping ? 1 : 0)), cancel))[0];
                if (other)
                {
                    return (null, 0, ("taken", key));
                }

                if (version == 0 && keys >= MostKeys)
                {
                    return (null, 0, ("many", key));
                }

                await transaction.Command(
                    "INSERT INTO maturity_frames (frame_key, version, body, is_mapping, changed_at) VALUES (@key, @version, @body, @mapping, @at)",
                    ("key", key), ("version", version + 1), ("body", body), ("mapping", isMapping ? 1 : 0), ("at", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel);
                await audit.RecordAsync(transaction, "maturity.frame", "frame:" + key, JsonSerializer.Serialize(new { did = "loaded", version = version + 1 }), cancel);
                return (key, version + 1, null);
            },
            cancellationToken);

    private async Task<IEnumerable<KeptFrame>> LoadedAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            """
            SELECT f.version, f.body, f.is_mapping FROM maturity_frames f
            WHERE f.body IS NOT NULL AND f.version = (SELECT MAX(version) FROM maturity_frames n WHERE n.frame_key = f.frame_key) ORDER BY f.frame_key
            """).ListAsync(r => r.GetInt32(2) == 1 ? new KeptFrame(r.GetInt32(0), null, FrameJson.Mapping(r.GetString(1))) : new KeptFrame(r.GetInt32(0), FrameJson.Frame(r.GetString(1)), null), cancellationToken);
    }
}
