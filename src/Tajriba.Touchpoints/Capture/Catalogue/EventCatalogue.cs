using System.Collections.Frozen;
using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>The catalogue as a snapshot in memory, read again when it was changed here or grew older than a few seconds.</summary>
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

    public IReadOnlyList<CatalogueEntry> All => Read().Ordered;

    public CatalogueEntry Get(string name) => Read().ByName.GetValueOrDefault(name) ?? new CatalogueEntry { Name = name };

    public string DisplayName(string name) => Get(name).DisplayName();

    /// <summary>Forgets the snapshot, so that the next reader sees what was just written.</summary>
    public void Refresh() => current = null;

    private Snapshot Read()
    {
        Snapshot? snapshot = current;
        if (snapshot is not null && clock.GetElapsedTime(snapshot.ReadAt) < MaxAge)
        {
            return snapshot;
        }

        lock (gate)
        {
            snapshot = current;
            if (snapshot is null || clock.GetElapsedTime(snapshot.ReadAt) >= MaxAge)
            {
                current = snapshot = Load();
            }

            return snapshot;
        }
    }

    private Snapshot Load()
    {
        long now = clock.GetTimestamp();
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
        return new Snapshot(now, ordered, entries.ToFrozenDictionary(StringComparer.Ordinal));
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

    private sealed record Snapshot(long ReadAt, IReadOnlyList<CatalogueEntry> Ordered, FrozenDictionary<string, CatalogueEntry> ByName);
}
