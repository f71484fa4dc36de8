using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// Collects where one friction strikes, in one pass over the journeys. A journey is exposed to it when it could have been
/// struck (it has the step, the pair of steps, the places); only exposed journeys are compared with each other.
/// </summary>
public sealed class FrictionTally
{
    private readonly Selection selection;
    private readonly long[] exposedOutcomes;
    private readonly int[] exposedByUnit;
    private readonly List<int> hits = [];
    private readonly List<long> lost = [];
    private int lastExposed = -1;
    private int lastHit = -1;

    public FrictionTally(FrictionKey key, Selection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        Key = key;
        this.selection = selection;
        exposedOutcomes = selection.Log.Success is null ? [] : new long[selection.Log.StratumNames.Count * 2];
        exposedByUnit = new int[(selection.Log.Units?.Values.Count ?? 0) + 1];
    }

    public FrictionKey Key { get; }

    /// <summary>Journeys that could have been struck.</summary>
    public int Exposed { get; private set; }

    /// <summary>Journeys struck, as indexes into the instance log, ascending.</summary>
    public IReadOnlyList<int> Hits => hits;

    /// <summary>Microseconds lost in each, parallel to <see cref="Hits"/>.</summary>
    public IReadOnlyList<long> Lost => lost;

    /// <summary>Closed exposed journeys by stratum: without success at 2·s, with success at 2·s + 1. Empty where there is no outcome.</summary>
    public IReadOnlyList<long> ExposedOutcomes => exposedOutcomes;

    /// <summary>Exposed journeys by home unit; those without a unit last.</summary>
    public IReadOnlyList<int> ExposedByUnit => exposedByUnit;

    /// <summary>Says that a journey could be struck. Journeys come in ascending order; saying it again changes nothing.</summary>
    /// <param name="journey">Its index in the instance log.</param>
    public void Expose(int journey)
    {
        if (journey == lastExposed)
        {
            return;
        }

        lastExposed = journey;
        Exposed++;
        var log = selection.Log;
        if (log.Success is { } success && log.Endings[journey] != InstanceEnding.Open)
        {
            exposedOutcomes[(log.StratumCodes[journey] * 2) + (success[journey] ? 1 : 0)]++;
        }

        var unit = log.Homes[journey];
        exposedByUnit[unit < 0 ? exposedByUnit.Length - 1 : unit]++;
    }

    /// <summary>Says that a journey is struck; of several strikes in one journey the time lost adds up.</summary>
    /// <param name="journey">Its index in the instance log.</param>
    /// <param name="microseconds">Time lost, not negative.</param>
    public void Hit(int journey, long microseconds)
    {
        if (journey == lastHit)
        {
            lost[^1] += microseconds;
            return;
        }

        lastHit = journey;
        hits.Add(journey);
        lost.Add(microseconds);
    }
}
