using System.Collections.Concurrent;

namespace Tajriba.Organization.Processes.Relations;

/// <summary>Relations that were measured today, so that a list of processes does not measure them all again.</summary>
public sealed class RelationMemory(TimeProvider clock)
{
    private const int Most = 5_000;
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (long At, Relation Relation)> known = new(StringComparer.Ordinal);

    /// <summary>What is kept under a name for less than an hour, or what is made now; that is kept only where all was read for it.</summary>
    public async Task<Relation> GetAsync(string name, Func<Task<(Relation Relation, bool IsWhole)>> make)
    {
        if (known.TryGetValue(name, out var kept) && clock.GetElapsedTime(kept.At) < MaxAge)
        {
            return kept.Relation;
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        (Relation made, bool isWhole) = await make();
        if (isWhole)
        {
            known[name] = (clock.GetTimestamp(), made);
        }

        return made;
    }
}
