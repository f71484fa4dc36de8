using System.Data.Common;
using System.Globalization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Channels.Messages.Gateways;

/// <summary>The gateways on record; every change is audited.</summary>
public sealed class GatewayStore(IDatabase database, GatewaySealer sealer, IAuditTrail audit, TimeProvider clock)
{
    private const string Select = "SELECT id, name, channel, kind, settings, secret, is_on, CASE WHEN report_hash IS NULL THEN 0 ELSE 1 END FROM channels_gateways WHERE deleted_at IS NULL";

    public async Task<IReadOnlyList<Gateway>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY channel, id").ListAsync(Read, cancellationToken);
    }

    public async Task<Gateway?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " AND id = @id", ("id", id)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>The gateway whose deliveries are reported with this secret, of which only the hash is kept.</summary>
    public async Task<Gateway?> FindReportedAsync(string hash, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(Select + " AND report_hash = @hash", ("hash", hash)).ListAsync(Read, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Those that are on, the oldest of each channel first.</summary>
    internal static Task<List<Gateway>> OnAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.Command(Select + " AND is_on = 1 ORDER BY id").ListAsync(Read, cancellationToken);

    public Task<long> AddAsync(GatewayDraft draft, CancellationToken cancellationToken = default)
    {
        // Sealing may write a new key to the database, so that it stands before the transaction.
        string? secret = draft.Secret is { } open ? sealer.Seal(open) : null;
        return database.WriteAsync(
            async (transaction, cancel) =>
            {
                long id = await transaction.Command(
                    "INSERT INTO channels_gateways (name, channel, kind, settings, secret, is_on, made_at) VALUES (@name, @channel, @kind, @settings, @secret, 1, @now) RETURNING id",
                    ("name", draft.Name), ("channel", draft.Channel), ("kind", Code(draft.Kind)), ("settings", draft.Settings), ("secret", secret),
                    ("now", Microseconds.Of(clock.GetUtcNow()))).ScalarAsync<long>(cancel);
                await audit.RecordAsync(transaction, "channels.gateway-add", Subject(id), cancellationToken: cancel);
                return id;
            },
            cancellationToken);
    }

    public Task<bool> ChangeAsync(long id, GatewayDraft draft, CancellationToken cancellationToken = default)
    {
        string? secret = draft.Secret is { } open ? sealer.Seal(open) : null;
        return WriteAsync(
            id, "channels.gateway-change", "name = @name, settings = @settings, secret = COALESCE(@secret, secret)", "deleted_at IS NULL", cancellationToken,
            ("name", draft.Name), ("settings", draft.Settings), ("secret", secret));
    }

    public Task<bool> SwitchAsync(long id, bool isOn, CancellationToken cancellationToken = default) =>
        WriteAsync(id, isOn ? "channels.gateway-on" : "channels.gateway-off", "is_on = @on", "deleted_at IS NULL", cancellationToken, ("on", (short)(isOn ? 1 : 0)));

    public Task<bool> DeleteAsync(long id, CancellationToken cancellationToken = default) =>
        WriteAsync(id, "channels.gateway-delete", "deleted_at = @now", "deleted_at IS NULL", cancellationToken, ("now", Microseconds.Of(clock.GetUtcNow())));

    public Task<bool> RestoreAsync(long id, CancellationToken cancellationToken = default) =>
        WriteAsync(id, "channels.gateway-restore", "deleted_at = NULL", "deleted_at IS NOT NULL", cancellationToken);

    /// <summary>From now on deliveries are reported with this secret alone.</summary>
    public Task<bool> SetReportAsync(long id, string hash, CancellationToken cancellationToken = default) =>
        WriteAsync(id, "channels.gateway-report", "report_hash = @hash", "deleted_at IS NULL", cancellationToken, ("hash", hash));

    internal static string Code(GatewayKind kind) => kind.ToString().ToLowerInvariant();

    private static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"gateway:{id}");

    private Task<bool> WriteAsync(long id, string action, string assignments, string which, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (await transaction.Command($"UPDATE channels_gateways SET {assignments} WHERE id = @id AND {which}", [("id", id), .. values]).RunAsync(cancel) == 0)
                {
                    return false;
                }

                await audit.RecordAsync(transaction, action, Subject(id), cancellationToken: cancel);
                return true;
            },
            cancellationToken);

    private static Gateway Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), Enum.Parse<GatewayKind>(r.GetString(3), ignoreCase: true), r.GetString(4), r.Text(5), r.GetInt32(6) == 1, r.GetInt32(7) == 1);
}
