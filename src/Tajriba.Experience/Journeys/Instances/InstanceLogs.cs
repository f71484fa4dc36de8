using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tajriba.Experience.Journeys.Objects;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>Instance logs in use, one per definition version; cut anew behind the readers' backs as the experience log grows.</summary>
public sealed partial class InstanceLogs
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly ObjectLogs objects;
    private readonly InstanceResults results;
    private readonly TimeProvider clock;
    private readonly ILogger<InstanceLogs> logger;
    private readonly ConcurrentDictionary<(long Id, int Version), Entry> entries = new();

    public InstanceLogs(ObjectLogs objects, InstanceResults results, TimeProvider clock, ILogger<InstanceLogs> logger)
    {
        this.objects = objects;
        this.results = results;
        this.clock = clock;
        this.logger = logger;
        objects.Watch(Renew);
    }

    /// <summary>The journeys of a saved definition, at most seconds old.</summary>
    public async Task<InstanceLog> GetAsync(JourneyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var entry = entries.GetOrAdd((definition.Id, definition.Version), _ => new Entry(definition));
        entry.UsedAt = clock.GetTimestamp();
        if (entry.Current is { } current)
        {
            return current;
        }

        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            if (entry.Current is null)
            {
                var events = await objects.GetAsync(definition.ObjectType, cancellationToken);
                entry.Take(await Task.Run(() => InstanceLog.Of(definition, events), cancellationToken));
            }

            return entry.Current!;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>Makes sure that the journeys of some definitions can be cut without reading the experience log once for each.</summary>
    public Task WarmAsync(IEnumerable<JourneyDefinition> definitions, CancellationToken cancellationToken = default)
        => objects.WarmAsync(definitions.Select(d => d.ObjectType), cancellationToken);

    /// <summary>Cuts the journeys anew; what is dear and was asked for before is computed before anybody has to wait for it.</summary>
    private void Renew(Entry entry, ObjectLog events)
    {
        var renewed = InstanceLog.Of(entry.Definition, events);
        if (entry.Current is { } before)
        {
            results.ComputeAhead(before, renewed);
        }

        entry.Take(renewed);
    }

    private void Renew(ObjectLog events)
    {
        foreach (var (key, entry) in entries)
        {
            if (entry.Definition.ObjectType != events.ObjectType)
            {
                continue;
            }

            if (clock.GetElapsedTime(entry.UsedAt) > Idle)
            {
                entries.TryRemove(key, out _);
                continue;
            }

            try
            {
                Renew(entry, events);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                LogRenewalFailed(error, key.Id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The journeys of definition {Definition} could not be renewed")]
    private partial void LogRenewalFailed(Exception error, long definition);

    private sealed class Entry(JourneyDefinition definition)
    {
        public JourneyDefinition Definition { get; } = definition;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public InstanceLog? Current { get; private set; }

        public long UsedAt { get; set; }

        /// <summary>Puts in what was cut, unless something newer was cut meanwhile: what a reader has seen does not go away again.</summary>
        public void Take(InstanceLog cut)
        {
            lock (Gate)
            {
                Current = Current is { } known && known.Position > cut.Position ? known : cut;
            }
        }
    }
}
