using System.Collections.Concurrent;
using Tajriba.Experience.Indicators.Storage;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>
/// The observations of every definition, in memory: read from the log when a definition is met for the first time, then every
/// growth of the log is added. Whatever arrives late or out of order ends in the same state, and reading anew gives the same.
/// </summary>
public sealed class IndicatorObservations(IExperienceLog log, IndicatorDefinitions definitions, DayClock days, IIdentities identities, TimeProvider clock) : ILogSubscriber, IDisposable
{
    /// <summary>Events that are read before others get a turn, and before progress is told.</summary>
    private const int Portion = 100_000;

    /// <summary>As much as this a reader waits for; what lacks more is read in the background meanwhile.</summary>
    private const int MostAtOnce = 200_000;

    private readonly ConcurrentDictionary<long, ObservedEntry> entries = [];
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Texts texts = new();
    private static readonly TimeSpan PersonsStay = TimeSpan.FromSeconds(30);

    private IReadOnlyDictionary<long, long> persons = new Dictionary<long, long>();
    private long? personsAt;
    private int reading;

    public string Name => "indicators.observations";

    /// <summary>An indicator follows an event within seconds.</summary>
    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    /// <summary>What has been observed for some definitions, as current as can be had at once.</summary>
    internal async Task<IReadOnlyList<Observed>> GetAsync(IReadOnlyList<IndicatorDefinition> wanted, CancellationToken cancellationToken)
    {
        ObservedEntry[] found = await EntriesAsync(wanted, cancellationToken);
        var head = log.Head;
        if (found.Any(e => e.Position < head))
        {
            if (found.All(e => head - e.Position <= MostAtOnce))
            {
                await CatchUpAsync(found, head, cancellationToken);
            }
            else
            {
                ReadOn(found);
            }
        }

        return [.. found.Select(e => (Entry: e, e.Table.Changes)).Select(e => new Observed(e.Entry.Table.Rows, texts, head == 0 ? 1 : Math.Min(1, (double)e.Entry.Position / head), e.Entry.Position, e.Changes))];
    }

    public async Task<long> HandleAsync(IExperienceLog source, long afterPosition, CancellationToken cancellationToken)
    {
        var head = log.Head;
        var current = await definitions.ListAsync(cancellationToken);
        foreach (var gone in entries.Keys.Except(current.Select(d => d.Id)).ToList())
        {
            entries.TryRemove(gone, out _);
        }

        await CatchUpAsync(await EntriesAsync(current, cancellationToken), head, cancellationToken);
        return Math.Max(head, afterPosition);
    }

    public Task ResetAsync(CancellationToken cancellationToken)
    {
        entries.Clear();
        return Task.CompletedTask;
    }

    public void Dispose() => gate.Dispose();

    private ObservedEntry EntryOf(IndicatorDefinition definition)
        => entries.AddOrUpdate(definition.Id, _ => new ObservedEntry(definition), (_, entry) => entry.Serves(definition) ? entry : new ObservedEntry(definition));

    /// <summary>Those that pair what persons did go by who is who, as it stood at most half a minute ago.</summary>
    private async Task<ObservedEntry[]> EntriesAsync(IReadOnlyList<IndicatorDefinition> wanted, CancellationToken cancellationToken)
    {
        ObservedEntry[] found = [.. wanted.Select(EntryOf)];
        if (!found.Any(e => e.IsByPerson))
        {
            return found;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (personsAt is not { } at || clock.GetElapsedTime(at) > PersonsStay)
            {
                var known = await identities.JoinedCustomersAsync(cancellationToken);
                persons = known.Count == persons.Count && known.All(k => persons.GetValueOrDefault(k.Key) == k.Value) ? persons : known;
                personsAt = clock.GetTimestamp();
            }

            for (var i = 0; i < found.Length; i++)
            {
                if (found[i].IsByPerson && !found[i].Follow(persons))
                {
                    found[i] = entries[found[i].Definition.Id] = new ObservedEntry(found[i].Definition);
                    found[i].Follow(persons);
                }
            }
        }
        finally
        {
            gate.Release();
        }

        return found;
    }

    /// <summary>Reads on behind a page that shows how far it is; of many such wishes one reads for all.</summary>
    private void ReadOn(IReadOnlyList<ObservedEntry> wanted)
    {
        if (Interlocked.Exchange(ref reading, 1) == 1)
        {
            return;
        }

        _ = Task.Run(async () =>
        {
            try
            {
                await CatchUpAsync(wanted, log.Head, CancellationToken.None);
            }
            finally
            {
                Volatile.Write(ref reading, 0);
            }
        });
    }

    private async Task CatchUpAsync(IReadOnlyList<ObservedEntry> wanted, long head, CancellationToken cancellationToken)
    {
        while (wanted.Any(e => e.Position < head))
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                await Task.Run(() => ReadPortion(wanted, head, cancellationToken), cancellationToken);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    /// <summary>Reads one portion for those that are furthest behind, and for whoever needs it too.</summary>
    private void ReadPortion(IReadOnlyList<ObservedEntry> wanted, long head, CancellationToken cancellationToken)
    {
        var from = wanted.Min(e => e.Position);
        if (from >= head)
        {
            return;
        }

        // A definition that was added begins behind; those ahead of it join where the portion reaches them.
        var ahead = wanted.Select(e => e.Position).Where(p => p > from).DefaultIfEmpty(head).Min();
        var upTo = Math.Min(ahead, from + Portion);
        var slots = new AttributeSlots(texts);
        ObservedEntry[] mine = [.. wanted.Where(e => e.Position == from)];
        Collector[] collectors = [.. mine.Select(e => new Collector(e, log.Names, slots, texts, days))];
        var dispatch = new EventDispatch(collectors, slots, log.Names);
        var messages = new ClientMessages(log.Names);
        log.Scan(from, upTo, (in CodedEvent item) => dispatch.Visit(item, messages), withAttributes: true, cancellationToken);
        foreach (var entry in mine)
        {
            entry.Position = upTo;
        }
    }
}
