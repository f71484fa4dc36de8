using System.Data.Common;
using System.Globalization;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>
/// Knows which live events the log has: the latest by <see cref="RecentIds"/>, fed from the log itself and so from all
/// nodes, those before by <see cref="IdRuns"/>. A hash only points to events, whose ids are then compared, so that no new
/// event is taken for a known one. For one caller at a time.
/// </summary>
internal sealed class KnownIds(LogStore store, IdFilters filters)
{
    private const int MaxParameters = 500;

    private readonly RecentIds recent = new();
    private readonly List<long> places = [];
    private List<(IdRun Run, IdFilter Filter)> runs = [];
    private long identified = -1;
    private long through;
    private int claimed;

    /// <summary>Takes in what runs and log hold up to a position.</summary>
    public async Task CatchUpAsync(DbTransaction transaction, long head, CancellationToken cancellationToken)
    {
        var (stored, count, last) = await IdRuns.StandAsync(transaction, cancellationToken);
        if (stored != identified || count != runs.Count || last != (runs.Count == 0 ? 0 : runs[^1].Run.Number))
        {
            await LoadAsync(transaction, cancellationToken);
            recent.Forget(stored);
            identified = stored;
            through = Math.Max(through, stored);
        }

        if (through < head)
        {
            var live = await LiveAppender.SourcesAsync(transaction, cancellationToken);
            if (live.Count > 0)
            {
                store.Scan(through, head, ScanParts.Ids, (in CodedEvent item) => Take(live, item), cancellationToken);
            }

            through = head;
        }
    }

    /// <summary>
    /// Tells of each event whether it is new, in the log and among these, and notes it as met at the position that it
    /// will have. <see cref="Keep"/> or <see cref="Undo"/> follows.
    /// </summary>
    public async Task<bool[]> ClaimAsync(
        DbTransaction transaction, LogTransaction state, IReadOnlyList<LiveEvent> events, int[] sources, ulong[] hashes, CancellationToken cancellationToken)
    {
        claimed = 0;
        var known = await KnownAsync(transaction, events, sources, hashes, cancellationToken);
        var fresh = new bool[events.Count];
        var order = new List<int>(events.Count);
        for (var i = 0; i < fresh.Length; i++)
        {
            if (known[i] || IsAmong(state.Position, i))
            {
                continue;
            }

            fresh[i] = true;
            order.Add(i);
            recent.Add(hashes[i], state.Position + order.Count);
            claimed++;
        }

        return fresh;

        bool IsAmong(long before, int i)
        {
            places.Clear();
            recent.Find(hashes[i], before, places);
            return places.Exists(p => order[(int)(p - before - 1)] is var other && sources[other] == sources[i] && events[other].Id == events[i].Id);
        }
    }

    /// <summary>The claimed events are committed, up to a position.</summary>
    public void Keep(long position)
    {
        claimed = 0;
        through = position;
    }

    /// <summary>The claimed events are not in the log.</summary>
    public void Undo()
    {
        recent.Undo(claimed);
        claimed = 0;
    }

    private async Task LoadAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var stored = await IdRuns.ListAsync(transaction, cancellationToken);
        var loaded = new List<(IdRun, IdFilter)>(stored.Count);
        foreach (var run in stored)
        {
            var filter = runs.Find(r => r.Run == run).Filter ?? filters.Take(run.Number) ?? await IdRuns.FilterAsync(transaction, run, cancellationToken);
            loaded.Add((run, filter));
        }

        runs = loaded;
    }

    private void Take(HashSet<int> live, in CodedEvent item)
    {
        if (live.Contains(item.Source))
        {
            recent.Add(item.IdHash, item.Position);
        }

        // At once, so that a scan that is cut off goes on from there.
        through = item.Position;
    }

    private async Task<bool[]> KnownAsync(DbTransaction transaction, IReadOnlyList<LiveEvent> events, int[] sources, ulong[] hashes, CancellationToken cancellationToken)
    {
        var suspects = new List<(ulong Hash, long Position)>();
        var asked = new List<(long, int)>();
        var alarming = new HashSet<ulong>();
        foreach (var hash in hashes)
        {
            places.Clear();
            recent.Find(hash, 0, places);
            places.ForEach(p => suspects.Add((hash, p)));
            foreach (var (run, filter) in runs)
            {
                if (filter.MayHold(hash))
                {
                    asked.Add((run.Number, run.BucketOf(hash)));
                    alarming.Add(hash);
                }
            }
        }

        if (asked.Count > 0)
        {
            foreach (var bucket in await store.ReadIdsAsync(transaction, asked, cancellationToken))
            {
                foreach (var entry in IdRun.Read(bucket))
                {
                    if (alarming.Contains(entry.Hash))
                    {
                        suspects.Add((entry.Hash, entry.Position));
                    }
                }
            }
        }

        var known = new bool[events.Count];
        if (suspects.Count > 0)
        {
            var met = await IdsAtAsync(transaction, suspects.Select(s => s.Position).Distinct(), cancellationToken);
            for (var i = 0; i < known.Length; i++)
            {
                known[i] = met.Contains((sources[i], events[i].Id));
            }
        }

        return known;
    }

    private static async Task<HashSet<(int Source, string Id)>> IdsAtAsync(DbTransaction transaction, IEnumerable<long> positions, CancellationToken cancellationToken)
    {
        var met = new HashSet<(int, string)>();
        foreach (var part in positions.Chunk(MaxParameters))
        {
            var list = string.Join(',', part.Select(p => p.ToString(CultureInfo.InvariantCulture)));
            met.UnionWith(await transaction.Command($"select source, id from log_event where position in ({list})").ListAsync(r => (r.GetInt32(0), r.GetString(1)), cancellationToken));
        }

        return met;
    }
}
