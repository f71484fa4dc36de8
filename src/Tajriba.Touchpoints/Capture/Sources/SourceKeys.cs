using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>The open keys in memory, read anew every two seconds, so that a key revoked on any node opens nothing soon after.</summary>
public sealed partial class SourceKeys(SourceStore store, TimeProvider clock, ILogger<SourceKeys> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private volatile Keys? open;

    /// <summary>The source that a key opens, or null.</summary>
    public async ValueTask<EventSource?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        if (open is null)
        {
            await RefreshAsync(cancellationToken);
        }

        return open!.Find(key);
    }

    /// <summary>Reads the keys anew at once, after a change on this node.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default) =>
        open = new Keys((await store.OpenKeysAsync(cancellationToken)).ToFrozenDictionary(k => k.Hash, k => k.Source, StringComparer.Ordinal));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await RefreshAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Failed(logger, e);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the write keys failed; those known stay in force and it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);

    /// <summary>The open keys as last read. Those that were shown meanwhile are found without hashing them again.</summary>
    private sealed class Keys(FrozenDictionary<string, EventSource> byHash)
    {
        private readonly ConcurrentDictionary<string, EventSource> shown = new(StringComparer.Ordinal);

        public EventSource? Find(string key)
        {
            if (!shown.TryGetValue(key, out EventSource? source) && byHash.TryGetValue(SourceStore.HashOf(key), out source))
            {
                shown.TryAdd(key, source);
            }

            return source;
        }
    }
}
