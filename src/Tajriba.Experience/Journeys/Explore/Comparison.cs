using Tajriba.Experience.Journeys.Instances;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Journeys at home in one unit against all others shown (the unit minus the others).</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Cases">Its journeys.</param>
/// <param name="Others">The others.</param>
/// <param name="Success">Difference in the share of closed journeys that succeed (Newcombe); null where there is no outcome or too few.</param>
/// <param name="MedianSeconds">Difference of the median durations (bootstrap); null where there are too few.</param>
public sealed record Comparison(string Unit, int Cases, int Others, Estimate? Success, Estimate? MedianSeconds)
{
    private const int Fewest = 30;
    private const int Seed = 20260101;
    private const double PerSecond = 1e6;

    public static Comparison Of(Selection selection, string unit)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var log = selection.Log;
        var code = log.Units?.Values.IndexOf(unit) ?? -1;
        List<double>[] durations = [[], []];
        int[] won = [0, 0], all = [0, 0];
        foreach (var journey in selection.Journeys)
        {
            var side = code >= 0 && log.Homes[journey] == code ? 0 : 1;
            all[side]++;
            if (log.Endings[journey] != InstanceEnding.Open)
            {
                durations[side].Add(log.DurationOf(journey) / PerSecond);
                won[side] += log.Success?[journey] == true ? 1 : 0;
            }
        }

        var enough = durations[0].Count >= Fewest && durations[1].Count >= Fewest;
        return new Comparison(
            unit,
            all[0],
            all[1],
            enough && log.Success is not null ? ProportionDifference.Newcombe(won[0], durations[0].Count, won[1], durations[1].Count) : null,
            enough ? Bootstrap.MedianDifference([.. durations[0]], [.. durations[1]], new Random(Seed), 500) : null);
    }
}
