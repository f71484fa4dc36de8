using Tajriba.ProcessMining.Ocel;

namespace Tajriba.ProcessMining.ObjectCentric;

/// <summary>
/// The object-centric directly-follows graph: for each object type, the directly-follows graph of its objects' lives, all over
/// the same activities. Unlike a flattened log it counts events once however many objects they concern.
/// </summary>
/// <remarks>Source: Berti, van der Aalst, OC-PM: analyzing object-centric event logs and process models (2023).</remarks>
public sealed class ObjectCentricGraph
{
    private ObjectCentricGraph(IReadOnlyList<ObjectCentricCount> activities, IReadOnlyList<ObjectTypeGraph> types)
    {
        Activities = activities;
        Types = types;
    }

    /// <summary>All activities with their events, and the objects of any type that they concern; by events descending, then by name.</summary>
    public IReadOnlyList<ObjectCentricCount> Activities { get; }

    /// <summary>A graph for each object type of the log, in the log's order.</summary>
    public IReadOnlyList<ObjectTypeGraph> Types { get; }

    /// <summary>The graph of a log. Events of an object are in the order of time, those of equal time in the order of the log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="qualifiers">Only relations under these qualifiers count; all if null.</param>
    public static ObjectCentricGraph Of(ObjectCentricLog log, IReadOnlySet<string>? qualifiers = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        var events = log.EventsByTime().ToArray();
        var all = new Tally<string>();
        var lives = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < events.Length; i++)
        {
            all.Add(events[i].Type, i, i, null);
            foreach (var id in events[i].Relations.Where(r => qualifiers?.Contains(r.Qualifier) ?? true).Select(r => r.ObjectId).Distinct(StringComparer.Ordinal))
            {
                all.Add(events[i].Type, i, i, id);
                if (!lives.TryGetValue(id, out var life))
                {
                    lives.Add(id, life = []);
                }

                life.Add(i);
            }
        }

        var types = log.ObjectTypes.Select(type => OfType(
            type.Name, events, [.. log.Objects.Where(o => o.Type == type.Name && lives.ContainsKey(o.Id)).Select(o => (o.Id, lives[o.Id]))]));
        return new ObjectCentricGraph(all.Counts(), [.. types]);
    }

    private static ObjectTypeGraph OfType(string type, OcelEvent[] events, List<(string Id, List<int> Life)> objects)
    {
        var (activities, starts, ends) = (new Tally<string>(), new Tally<string>(), new Tally<string>());
        var edges = new Tally<(string From, string To)>();
        foreach (var (id, life) in objects)
        {
            starts.Add(events[life[0]].Type, life[0], life[0], id);
            ends.Add(events[life[^1]].Type, life[^1], life[^1], id);
            for (var i = 0; i < life.Count; i++)
            {
                activities.Add(events[life[i]].Type, life[i], life[i], id);
                if (i > 0)
                {
                    edges.Add((events[life[i - 1]].Type, events[life[i]].Type), life[i - 1], life[i], id);
                }
            }
        }

        return new ObjectTypeGraph(
            type,
            objects.Count,
            activities.Counts(),
            [
                .. edges.Entries()
                    .Select(e => new ObjectCentricEdge(e.Key.From, e.Key.To, e.Events, e.Objects, e.Total))
                    .OrderByDescending(e => e.Events).ThenBy(e => e.From, StringComparer.Ordinal).ThenBy(e => e.To, StringComparer.Ordinal),
            ],
            starts.Counts(),
            ends.Counts());
    }

    /// <summary>Counts distinct events (or pairs of them), distinct objects and all occurrences of a key.</summary>
    private sealed class Tally<T>
        where T : notnull
    {
        private readonly Dictionary<T, (HashSet<(int, int)> Events, HashSet<string> Objects, long[] Total)> entries = [];

        public void Add(T key, int first, int second, string? id)
        {
            if (!entries.TryGetValue(key, out var entry))
            {
                entries.Add(key, entry = ([], [], [0]));
            }

            entry.Events.Add((first, second));
            if (id is not null)
            {
                entry.Objects.Add(id);
                entry.Total[0]++;
            }
        }

        public IEnumerable<(T Key, long Events, long Objects, long Total)> Entries() =>
            entries.Select(e => (e.Key, (long)e.Value.Events.Count, (long)e.Value.Objects.Count, e.Value.Total[0]));

        public IReadOnlyList<ObjectCentricCount> Counts() =>
        [
            .. Entries()
                .Select(e => new ObjectCentricCount(e.Key.ToString()!, e.Events, e.Objects))
                .OrderByDescending(e => e.Events).ThenBy(e => e.Activity, StringComparer.Ordinal),
        ];
    }
}
