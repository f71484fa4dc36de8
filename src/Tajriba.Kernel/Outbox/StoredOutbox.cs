using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Outbox;

internal sealed partial class StoredOutbox(IDatabase database, INodeLocks locks, IServiceProvider services, TimeProvider time, ILogger<StoredOutbox> logger) : IOutbox
{
    /// <summary>Tries before a message is given up: about a day with the pauses between them.</summary>
    public const int MaxTries = 24;

    private const int Part = 100;
    private const string Columns = "select id, kind, payload, created, tries, error from kernel_outbox";
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);
    private readonly SemaphoreSlim written = new(0, 1);

    public async Task<long> AddAsync(DbTransaction transaction, string kind, string payload, DateTimeOffset? notBefore = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        var now = time.GetUtcNow();
        transaction.OnCommitted(Wake);
        return await transaction.Command(
            "insert into kernel_outbox (kind, payload, created, due) values (@kind, @payload, @created, @due) returning id",
            ("kind", kind), ("payload", payload), ("created", Microseconds.Of(now)), ("due", Microseconds.Of(notBefore ?? now))).ScalarAsync<long>(cancellationToken);
    }

    public async Task<IReadOnlyList<OutboxMessage>> DeadAsync(int limit, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(Columns + " where dead = 1 order by id desc limit @limit", ("limit", limit)).ListAsync(Map, cancellationToken);
    }

    public async Task<long> WaitingAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("select count(*) from kernel_outbox where dead = 0").ScalarAsync<long>(cancellationToken);
    }

    public async Task<bool> ReviveAsync(long id, CancellationToken cancellationToken = default)
    {
        var changed = await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "update kernel_outbox set dead = 0, tries = 0, due = @now where id = @id and dead = 1",
                ("id", id), ("now", Microseconds.Of(time.GetUtcNow()))).RunAsync(cancel),
            cancellationToken);
        Wake();
        return changed == 1;
    }

    public async Task<int> DeliverAsync(CancellationToken cancellationToken = default)
    {
        await using var held = await locks.TryTakeAsync("outbox", cancellationToken);
        if (held is null)
        {
            return 0;
        }

        List<OutboxMessage> due;
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            due = await connection.Command(
                Columns + " where dead = 0 and due <= @now order by due, id limit @limit",
                ("now", Microseconds.Of(time.GetUtcNow())), ("limit", Part)).ListAsync(Map, cancellationToken);
        }

        var handlers = services.GetServices<IOutboxHandler>().ToDictionary(h => h.Kind, StringComparer.Ordinal);
        var delivered = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (message, cancel) =>
        {
            if (await DeliverAsync(handlers, message, cancel))
            {
                Interlocked.Increment(ref delivered);
            }
        });
        return delivered;
    }

    /// <summary>Waits until a message was written in this process, or the time is over.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => written.WaitAsync(atMost, cancellationToken);

    private static OutboxMessage Map(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), Microseconds.ToTime(reader.GetInt64(3)), reader.GetInt32(4), reader.IsDBNull(5) ? null : reader.GetString(5));

    private async Task<bool> DeliverAsync(Dictionary<string, IOutboxHandler> handlers, OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var handler = handlers.GetValueOrDefault(message.Kind) ?? throw new InvalidOperationException($"Nothing delivers messages of kind {message.Kind}.");
            await handler.DeliverAsync(message, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await PostponeAsync(message, e, cancellationToken);
            return false;
        }

        await database.WriteAsync((transaction, cancel) => transaction.Command("delete from kernel_outbox where id = @id", ("id", message.Id)).RunAsync(cancel), cancellationToken);
        return true;
    }

    private async Task PostponeAsync(OutboxMessage message, Exception exception, CancellationToken cancellationToken)
    {
        var tries = message.Tries + 1;
        var pause = tries > 20 ? LongestPause : FirstPause * Math.Pow(2, tries - 1);
        var due = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        var dead = tries >= MaxTries;
        Failed(logger, message.Id, message.Kind, tries, dead, exception);
        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "update kernel_outbox set tries = @tries, due = @due, dead = @dead, error = @error where id = @id",
                ("id", message.Id), ("tries", tries), ("due", Microseconds.Of(due)), ("dead", dead ? 1 : 0), ("error", exception.Message)).RunAsync(cancel),
            cancellationToken);
    }

    private void Wake()
    {
        try
        {
            written.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody has already been told.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} of kind {Kind} could not be delivered, try {Tries}, given up: {Dead}")]
    private static partial void Failed(ILogger logger, long id, string kind, int tries, bool dead, Exception exception);
}
