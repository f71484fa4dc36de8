using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Contacts;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>
/// The names of events that each source has used. The log keeps a name for ever, so a source that puts numbers into its
/// names would fill it with them: beyond <see cref="CollectLimits.EventNames"/> no new name is let in, and known ones go on.
/// </summary>
/// <remarks>Nodes that meet new names in the same instant may together let in a few more.</remarks>
internal sealed class EventNames(IDatabase database, CollectLimits limits)
{
    private static readonly FrozenSet<string> Ours = EventMaker.Names.Concat(ContactForm.Names).ToFrozenSet(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, OfSource> known = new();

    /// <summary>Which names among those of a source's events are new and let in, and which are beyond the number allowed.</summary>
    public async ValueTask<Admission> AdmitAsync(long sourceId, IReadOnlyList<LiveEvent> events, CancellationToken cancellationToken = default)
    {
        HashSet<string>? unknown = Unknown(known.GetValueOrDefault(sourceId), events);
        if (unknown is null)
        {
            return Admission.AllKnown;
        }

        // What other nodes have let in is read anew while there is room: at most once for each name that may still come.
        OfSource names = known.TryGetValue(sourceId, out OfSource? before) && before.Count >= limits.EventNames ? before : await ReadAsync(sourceId, cancellationToken);
        unknown.RemoveWhere(names.Has);
        return names.Admit(unknown, limits.EventNames);
    }

    /// <summary>Writes names that were let in, with the events that bear them.</summary>
    public static async Task AddAsync(DbTransaction transaction, IReadOnlyCollection<(long SourceId, string Name)> fresh, CancellationToken cancellationToken) =>
        await transaction.InsertManyAsync(
            "capture_source_names (source_id, name)",
            "ON CONFLICT DO NOTHING",
            [fresh.Select(f => f.SourceId).ToArray(), fresh.Select(f => f.Name).ToArray()],
            cancellationToken);

    /// <summary>Notes that names are in the database, or that they came to nothing.</summary>
    public void Settle(long sourceId, IReadOnlyList<string> fresh, bool kept)
    {
        if (known.TryGetValue(sourceId, out OfSource? names))
        {
            names.Settle(fresh, kept);
        }
    }

    private static HashSet<string>? Unknown(OfSource? names, IReadOnlyList<LiveEvent> events)
    {
        HashSet<string>? unknown = null;
        foreach (LiveEvent item in events)
        {
            if (names?.Has(item.Name) != true && !Ours.Contains(item.Name))
            {
                (unknown ??= new(StringComparer.Ordinal)).Add(item.Name);
            }
        }

        return unknown;
    }

    private async Task<OfSource> ReadAsync(long sourceId, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<string> stored = await connection.Command("SELECT name FROM capture_source_names WHERE source_id = @source", ("source", sourceId))
            .ListAsync(r => r.GetString(0), cancellationToken);
        OfSource names = known.GetOrAdd(sourceId, static _ => new OfSource());
        names.Settle(stored, kept: true);
        return names;
    }

    /// <summary>What became of the names of some events.</summary>
    /// <param name="Fresh">New ones that were let in, to be written with the events.</param>
    /// <param name="Refused">New ones beyond the number allowed.</param>
    internal sealed record Admission(IReadOnlyList<string> Fresh, IReadOnlySet<string> Refused)
    {
        public static Admission AllKnown { get; } = new([], FrozenSet<string>.Empty);
    }

    /// <summary>The names of one source: those in the database, and those on their way there.</summary>
    private sealed class OfSource
    {
        private readonly ConcurrentDictionary<string, byte> stored = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> onTheWay = new(StringComparer.Ordinal);
        private int count;

        /// <summary>Names in the database.</summary>
        public int Count => Volatile.Read(ref count);

        public bool Has(string name) => stored.ContainsKey(name);

        public Admission Admit(IEnumerable<string> unknown, int most)
        {
            var fresh = new List<string>();
            var refused = new HashSet<string>(StringComparer.Ordinal);
            lock (onTheWay)
            {
                foreach (string name in unknown)
                {
                    // One that another request brings at the same moment is written by both, whichever is kept.
                    if (stored.ContainsKey(name) || onTheWay.ContainsKey(name) || count + onTheWay.Count < most)
                    {
                        onTheWay[name] = onTheWay.GetValueOrDefault(name) + 1;
                        fresh.Add(name);
                    }
                    else
                    {
                        refused.Add(name);
                    }
                }
            }

            return new Admission(fresh, refused);
        }

        public void Settle(IEnumerable<string> names, bool kept)
        {
            lock (onTheWay)
            {
                foreach (string name in names)
                {
                    if (kept && stored.TryAdd(name, 0))
                    {
                        count++;
                    }

                    if (onTheWay.TryGetValue(name, out int others) && others > 1)
                    {
                        onTheWay[name] = others - 1;
                    }
                    else
                    {
                        onTheWay.Remove(name);
                    }
                }
            }
        }
    }
}
