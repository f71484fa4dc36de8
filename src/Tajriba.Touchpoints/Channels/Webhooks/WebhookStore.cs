using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>The webhooks on record; those that were deleted are not.</summary>
public sealed class WebhookStore(IDatabase database)
{
    private const string Select = $"SELECT {WebhookRow.Columns} FROM channels_webhooks WHERE deleted_at IS NULL";

    public async Task<IReadOnlyList<Webhook>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " ORDER BY id").ListAsync(WebhookRow.Read, cancellationToken);
    }

    public async Task<Webhook?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<Webhook> found = await connection.Command(Select + " AND id = @id", ("id", id)).ListAsync(WebhookRow.Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Those that are told of events.</summary>
    public async Task<IReadOnlyList<Webhook>> ListeningAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Select + " AND state = 'on' ORDER BY id").ListAsync(WebhookRow.Read, cancellationToken);
    }
}
