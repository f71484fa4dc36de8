using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>
/// Commits what many requests bring in one transaction: while one group is being written, the next gathers. A request is
/// answered only after its group is durable.
/// </summary>
internal sealed partial class CollectWriter(
    ILiveAppender log, RefusedStore refused, EventNames names, CollectLimits limits, SourceRates rates, TimeProvider clock, ILogger<CollectWriter> logger) : BackgroundService
{
    /// <summary>Events worth a commit of their own: a sync more or less no longer matters to them.</summary>
    private const int Worthwhile = 512;

    /// <summary>A group of more requests than this says that many clients send at once.</summary>
    private const int Crowd = 8;

    /// <summary>What waits is written within about this time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SendingQueue queue = new();
    private readonly ConcurrentDictionary<long, long> waitingBySource = new();
    private long waiting;

    /// <summary>Makes room for a body of this size before it is read.</summary>
    /// <param name="source">Who sends it; null where only the body says that.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="wait">Where the answer is false: when to come again.</param>
    /// <returns>False where the source sends too fast, or it, or all together, have too much waiting.</returns>
    public bool TryReserve(EventSource? source, long bytes, out TimeSpan wait)
    {
        wait = Pause;
        long sourceId = source?.Id ?? 0;
        long all = Interlocked.Add(ref waiting, bytes);
        long own = waitingBySource.AddOrUpdate(sourceId, static (_, more) => more, static (_, before, more) => before + more, bytes);
        if (all <= limits.WaitingBytes && (own <= limits.WaitingBytes * limits.SourceShare || own == bytes) && (source is null || rates.TryBegin(source, out wait)))
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
        waitingBySource.AddOrUpdate(sourceId, static (_, _) => 0, static (_, before, less) => before - less, bytes);
    }

    /// <summary>Returns once everything is durable.</summary>
    /// <exception cref="CollectClosedException">The product is stopping; nothing of it was kept.</exception>
    public async Task WriteAsync(Sending sending)
    {
        rates.Charge(sending.SourceId, sending.Events.Count + sending.Refusals.Count);
        bool kept = false;
        try
        {
            if (!queue.TryAdd(sending))
            {
                throw new CollectClosedException();
            }

            await sending.Done;
            kept = true;
        }
        finally
        {
            names.Settle(sending.SourceId, sending.FreshNames, kept);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using CancellationTokenRegistration closing = stoppingToken.Register(queue.Close);
        var group = new List<Sending>();
        while (await queue.WaitAsync())
        {
            if (group.Count > Crowd && queue.Count < Worthwhile && limits.Gather > TimeSpan.Zero)
            {
                await Task.Delay(limits.Gather, clock, CancellationToken.None);
            }

            group.Clear();
            queue.Take(limits.CommitEvents, group);
            await CommitAsync(group, 0, group.Count);
        }
    }

    /// <summary>
    /// Commits a part of a group. Where the database does not take it, halves are tried, so that one bad sending does not
    /// spoil the others; where the database itself is at fault, nothing is tried and all are lost for now.
    /// </summary>
    private async Task CommitAsync(List<Sending> group, int start, int count)
    {
        try
        {
            await WriteAsync(group, start, count);
            for (int i = start; i < start + count; i++)
            {
                group[i].Kept();
            }
        }
        catch (Exception e) when (count > 1 && !StoreFaults.IsStoreAtFault(e))
        {
            Split(logger, e, count);
            await CommitAsync(group, start, count / 2);
            await CommitAsync(group, start + (count / 2), count - (count / 2));
        }
        catch (Exception e)
        {
            Failed(logger, e, count);
            for (int i = start; i < start + count; i++)
            {
                group[i].Lost(e);
            }
        }
    }

    private Task WriteAsync(List<Sending> group, int start, int count)
    {
        int total = 0;
        bool more = false;
        for (int i = start; i < start + count; i++)
        {
            total += group[i].Events.Count;
            more |= group[i].Refusals.Count > 0 || group[i].FreshNames.Count > 0;
        }

        var events = new List<LiveEvent>(total);
        for (int i = start; i < start + count; i++)
        {
            events.AddRange(group[i].Events);
        }

        return log.AppendAsync(events, more ? AlongsideAsync : null, CancellationToken.None);

        async Task AlongsideAsync(DbTransaction transaction, CancellationToken cancel)
        {
            List<Sending> part = group.GetRange(start, count);
            await EventNames.AddAsync(transaction, [.. part.SelectMany(s => s.FreshNames, (s, name) => (s.SourceId, name))], cancel);
            await refused.AddAsync(transaction, [.. part.SelectMany(s => s.Refusals)], cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A commit of {Count} requests failed; it is tried in halves")]
    private static partial void Split(ILogger logger, Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} requests could not be written; their clients were asked to send them again")]
    private static partial void Failed(ILogger logger, Exception exception, int count);
}
