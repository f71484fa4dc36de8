using System.Runtime.InteropServices;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// Collects where one friction strikes, in one pass over the journeys. A journey is exposed to it when it could have been
/// struck (it has the step, the pair of steps, the places); only exposed journeys are compared with each other.
/// </summary>
internal sealed class FrictionTally
{
    private readonly ExposureCells cells;
    private readonly int[] exposedOutcomes;
    private readonly int[] exposedByUnit;
    private readonly List<int> hits = [];
    private readonly List<long> lost = [];
    private int lastExposed = -1;
    private int lastHit = -1;

    public FrictionTally(FrictionKey key, ExposureCells cells)
    {
        Key = key;
        this.cells = cells;
        exposedOutcomes = new int[cells.OutcomeCount + 1];
        exposedByUnit = new int[cells.UnitCount + 1];
    }

    public FrictionKey Key { get; }

    /// <summary>Journeys that could have been struck.</summary>
    public int Exposed { get; private set; }

    /// <summary>Journeys struck, as indexes into the instance log, ascending.</summary>
    public ReadOnlySpan<int> Hits => CollectionsMarshal.AsSpan(hits);

    /// <summary>Microseconds lost in each, parallel to <see cref="Hits"/>.</summary>
    public ReadOnlySpan<long> Lost => CollectionsMarshal.AsSpan(lost);

    /// <summary>Closed exposed journeys by stratum: without success at 2·s, with success at 2·s + 1. Empty where there is no outcome.</summary>
    public ReadOnlySpan<int> ExposedOutcomes => exposedOutcomes.AsSpan(0, cells.OutcomeCount);

    /// <summary>Exposed journeys by home unit, without those that have none.</summary>
    public ReadOnlySpan<int> ExposedByUnit => exposedByUnit.AsSpan(0, cells.UnitCount);

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
        exposedOutcomes[cells.Outcome[journey]]++;
        exposedByUnit[cells.Unit[journey]]++;
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
