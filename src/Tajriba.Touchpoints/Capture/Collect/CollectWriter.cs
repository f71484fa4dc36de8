using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>
/// Commits what many requests bring in one transaction: while one group is being written, the next gathers. A request is
/// answered only after its group is durable.
/// </summary>
internal sealed partial class CollectWriter(IDatabase database, IExperienceLog log, RefusedStore refused, CollectLimits limits, ILogger<CollectWriter> logger) : BackgroundService
{
    private readonly Channel<Sending> queue = Channel.CreateUnbounded<Sending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<long, long> waitingBySource = new();
    private long waiting;

    /// <summary>Makes room for a body of this size before it is read; false where its source, or all together, have too much waiting.</summary>
    public bool TryReserve(long sourceId, long bytes)
    {
        long all = Interlocked.Add(ref waiting, bytes);
        long own = waitingBySource.AddOrUpdate(sourceId, bytes, (_, before) => before + bytes);
        if (all <= limits.WaitingBytes && own <= limits.WaitingBytes * limits.SourceShare)
        {
            return true;
        }

        Release(sourceId, bytes);
        return false;
    }

    /// <summary>Gives the room back.</summary>
    public void Release(long sourceId, long bytes)
    {
        Interlocked.Add(ref waiting, -bytes);
        waitingBySource.AddOrUpdate(sourceId, 0, (_, before) => before - bytes);
    }

    /// <summary>Returns once everything is durable.</summary>
    /// <exception cref="CollectClosedException">The product is stopping; nothing of it was kept.</exception>
    public async Task WriteAsync(Sending sending)
    {
        if (!queue.Writer.TryWrite(sending))
        {
            throw new CollectClosedException();
        }

        await sending.Done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using CancellationTokenRegistration closing = stoppingToken.Register(() => queue.Writer.TryComplete());
        var group = new List<Sending>();
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            for (int events = 0; events < limits.CommitEvents && queue.Reader.TryRead(out Sending? next); events += next.Events.Count)
            {
                group.Add(next);
            }

            await CommitAsync(group);
        }
    }

    private async Task CommitAsync(List<Sending> group)
    {
        try
        {
            await WriteAsync(group);
            group.ForEach(s => s.Kept());
        }
        catch (Exception e) when (group.Count > 1)
        {
            // One sending may be what the database does not take: the others must not suffer for it.
            Split(logger, e, group.Count);
            foreach (Sending sending in group)
            {
                await CommitAsync([sending]);
            }
        }
        catch (Exception e)
        {
            Failed(logger, e);
            group[0].Lost(e);
        }
    }

    private Task WriteAsync(List<Sending> group) => database.WriteAsync(async (transaction, cancel) =>
    {
        List<NewEvent> events = [.. group.SelectMany(s => s.Events)];
        if (events.Count > 0)
        {
            await log.AppendAsync(transaction, events, cancel);
        }

        await refused.AddAsync(transaction, [.. group.SelectMany(s => s.Refusals)], cancel);
        return true;
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "A commit of {Count} requests failed; each is tried by itself")]
    private static partial void Split(ILogger logger, Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Events could not be written; their client was asked to send them again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
