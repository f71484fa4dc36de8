using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Handovers;

/// <summary>How often journeys pass from one employee, unit or channel to another, and how long that takes.</summary>
/// <param name="Passes">From whom to whom, the most frequent first; staying with the same one is no hand-over.</param>
/// <param name="Total">All hand-overs.</param>
/// <param name="PerJourney">Hand-overs per journey that knows any of them.</param>
public sealed record HandoverTable(IReadOnlyList<HandoverTable.Pass> Passes, long Total, double PerJourney)
{
    /// <param name="selection">The journeys.</param>
    /// <param name="places">Column of employees, units or channels.</param>
    /// <param name="most">At most so many passes.</param>
    public static HandoverTable Of(Selection selection, AttributeColumn? places, int most)
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (places is not { Level: AttributeLevel.Event })
        {
            return new HandoverTable([], 0, 0);
        }

        var view = selection.View;
        var codes = view.CodesOf(places);
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        var waits = new Dictionary<(int From, int To), List<double>>();
        long journeys = 0;
        for (var i = 0; i < selection.Count; i++)
        {
            var here = -1;
            for (int p = starts[i], end = ends[i]; p < end; p++)
            {
                var next = codes[p];
                if (next < 0)
                {
                    continue;
                }

                if (here >= 0 && here != next)
                {
                    if (!waits.TryGetValue((here, next), out var list))
                    {
                        waits.Add((here, next), list = []);
                    }

                    list.Add((times[p] - times[p - 1]) / 1e6);
                }

                here = next;
            }

            journeys += here >= 0 ? 1 : 0;
        }

        long total = waits.Values.Sum(w => (long)w.Count);
        return new HandoverTable(
            [.. waits.OrderByDescending(w => w.Value.Count).Take(most).Select(w => new Pass(places.Values[w.Key.From], places.Values[w.Key.To], w.Value.Count, Median(w.Value)))],
            total,
            journeys == 0 ? 0 : (double)total / journeys);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return Statistics.Quantiles.OfSorted([.. values], 0.5);
    }

    /// <param name="From">Who or where the journey was.</param>
    /// <param name="To">Who or where it came.</param>
    /// <param name="Count">How often.</param>
    /// <param name="MedianWaitSeconds">Median wait at the hand-over.</param>
    public sealed record Pass(string From, string To, int Count, double MedianWaitSeconds);
}
