using System.Collections.Frozen;
using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>The catalogue as a snapshot in memory, read again when it was changed here or grew older than a few seconds. While the database is away, what is known stays in force.</summary>
public sealed class EventCatalogue(IDatabase database, IExperienceLog log, TimeProvider clock) : IEventCatalogue
{
    private const string Query = """
        SELECT u.name, n.english, n.persian, n.arabic, n.touchpoint, n.channel, n.object_rules, n.hidden, c.count, c.first_seen, c.last_seen
        FROM (SELECT name FROM capture_event_names UNION SELECT name FROM capture_event_counts) u
        LEFT JOIN capture_event_names n ON n.name = u.name
        LEFT JOIN capture_event_counts c ON c.name = u.name
        """;

    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private volatile Snapshot? current;
    private long changes;

    public IReadOnlyList<CatalogueEntry> All => Read().Ordered;

    public CatalogueEntry Get(string name) => Read().ByName.GetValueOrDefault(name) ?? new CatalogueEntry { Name = name };

    public string DisplayName(string name) => Get(name).DisplayName();

    /// <summary>Has the next reader see what was just written.</summary>
    public void Refresh() => Interlocked.Increment(ref changes);

    private Snapshot Read()
    {
        Snapshot? known = current;
        if (known is not null && IsFresh(known))
        {
            return known;
        }

        // Every event that comes in asks here. One asker reads anew and the others go on with what is known, so that a slow
        // database, or none, holds up one thread and not all; only what was changed on this node is waited for.
        if (known is null || IsChanged(known))
        {
            gate.Enter();
        }
        else if (!gate.TryEnter())
        {
            return known;
        }

        try
        {
            known = current;
            return known is not null && IsFresh(known) ? known : current = Load();
        }
        catch (Exception e) when (known is not null && StoreFaults.IsStoreAtFault(e))
        {
            return current = known with { ReadAt = clock.GetTimestamp(), Changes = Volatile.Read(ref changes) };
        }
        finally
        {
            gate.Exit();
        }
    }

    private bool IsFresh(Snapshot snapshot) => !IsChanged(snapshot) && clock.GetElapsedTime(snapshot.ReadAt) < MaxAge;

    private bool IsChanged(Snapshot snapshot) => snapshot.Changes != Volatile.Read(ref changes);

    private Snapshot Load()
    {
        long now = clock.GetTimestamp();
        long written = Volatile.Read(ref changes);
        var entries = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
        using (DbConnection connection = Blocking.Wait(() => database.OpenAsync().AsTask()))
        using (DbCommand command = connection.Command(Query))
        using (DbDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                CatalogueEntry entry = Entry(reader);
                entries.Add(entry.Name, entry);
            }
        }

        foreach (string name in log.Names.EventNames)
        {
            entries.TryAdd(name, new CatalogueEntry { Name = name });
        }

        CatalogueEntry[] ordered = [.. entries.Values.OrderByDescending(e => e.Count).ThenBy(e => e.Name, StringComparer.Ordinal)];
        return new Snapshot(now, written, ordered, entries.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static CatalogueEntry Entry(DbDataReader reader) => new()
    {
        Name = reader.GetString(0),
        English = reader.Text(1),
        Persian = reader.Text(2),
        Arabic = reader.Text(3),
        Touchpoint = reader.Text(4),
        Channel = reader.Text(5),
        ObjectRules = reader.Text(6) is { } rules ? JsonSerializer.Deserialize<ObjectRule[]>(rules) ?? [] : [],
        Hidden = !reader.IsDBNull(7) && Convert.ToBoolean(reader.GetValue(7)),
        Count = reader.Number(8) ?? 0,
        FirstSeen = reader.Number(9) is { } first ? Microseconds.ToTime(first) : null,
        LastSeen = reader.Number(10) is { } last ? Microseconds.ToTime(last) : null,
    };

    private sealed record Snapshot(long ReadAt, long Changes, IReadOnlyList<CatalogueEntry> Ordered, FrozenDictionary<string, CatalogueEntry> ByName);
}
