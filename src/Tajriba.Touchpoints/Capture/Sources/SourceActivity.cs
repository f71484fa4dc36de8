using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Collect;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>
/// What each source sends: counted in memory, so that taking events in writes nothing for it, and added to the counts of
/// all nodes every two seconds.
/// </summary>
public sealed partial class SourceActivity(ActivityStore store, IExperienceLog log, TimeProvider clock, ILogger<SourceActivity> logger) : BackgroundService
{
    private const int LookedBack = 1_000;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<long, SourceTail> tails = new();

    /// <summary>The last hour of every source, with what this node has not added yet.</summary>
    public async Task<SourceHours> LastHourAsync(CancellationToken cancellationToken = default)
    {
        await AddAsync(cancellationToken);
        long now = Minute(clock.GetUtcNow());
        return new SourceHours(now, await store.SinceAsync(now - SourceHour.Minutes, cancellationToken), await store.LastSeenAsync(cancellationToken));
    }

    /// <summary>The last things that a source sent to this node; where that is nothing, its latest in the log.</summary>
    public async Task<IReadOnlyList<TailItem>> LatestAsync(EventSource source, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TailItem> own = Of(source.Id).Items;
        if (own.Count > 0)
        {
            return own;
        }

        IReadOnlyList<LoggedEvent> latest = await log.ReadAsync(Math.Max(0, log.Head - LookedBack), LookedBack, cancellationToken);
        return [.. latest.Where(e => e.Source == source.LogName).Reverse().Take(SourceTail.Kept).Select(e => new TailItem(e.Name, e.Objects[0].Id, e.ReceivedAt, null, TailItem.LiesAhead(Microseconds.Of(e.Time), e.ReceivedAt)))];
    }

    /// <summary>Events of a source, in the last seven days and on any node, that said they happened well after they arrived.</summary>
    public async Task<long> FromTheFutureAsync(long sourceId, CancellationToken cancellationToken = default)
    {
        await AddAsync(cancellationToken);
        return await store.AheadAsync(sourceId, cancellationToken);
    }

    /// <summary>Notes an answered request.</summary>
    /// <param name="sourceId">Who sent it.</param>
    /// <param name="events">What became events.</param>
    /// <param name="refusals">What was refused.</param>
    /// <param name="begun">Clock reading (<see cref="TimeProvider.GetTimestamp"/>) when it arrived.</param>
    internal void Note(long sourceId, IReadOnlyList<LiveEvent> events, IReadOnlyList<Refusal> refusals, long begun)
    {
        DateTimeOffset now = clock.GetUtcNow();
        int ahead = events.Count(e => TailItem.LiesAhead(e.Time, now));
        Of(sourceId).Note(
            events, refusals, now, new SourceMinute(sourceId, Minute(now), events.Count, refusals.Count, 1, clock.GetElapsedTime(begun).TotalMilliseconds, ahead));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAddAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await TryAddAsync(CancellationToken.None);
    }

    private static long Minute(DateTimeOffset time) => time.ToUnixTimeSeconds() / 60;

    private SourceTail Of(long sourceId) => tails.GetOrAdd(sourceId, _ => new SourceTail());

    private async Task TryAddAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AddAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(logger, e);
        }
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        var minutes = new List<SourceMinute>();
        var heard = new Dictionary<long, DateTimeOffset>();
        foreach ((long source, SourceTail tail) in tails)
        {
            IReadOnlyList<SourceMinute> own = tail.Take();
            minutes.AddRange(own);
            if (own.Count > 0)
            {
                heard.Add(source, tail.LastSeen);
            }
        }

        if (minutes.Count == 0)
        {
            return;
        }

        try
        {
            await store.AddAsync(minutes, heard, cancellationToken);
        }
        catch
        {
            minutes.ForEach(m => Of(m.SourceId).GiveBack(m));
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What the sources sent could not be counted; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
