using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// From one channel or unit to another and back. Events without one are passed over. Exposed is a journey that goes from A to
/// B at all; where more than half of those come back, that is how the journey is made and no friction. Time lost: from
/// leaving A until being back there.
/// </summary>
internal static class PingPongFinder
{
    public static IEnumerable<FrictionTally> Find(Selection selection, ExposureCells cells, AttributeColumn? places, string dimension)
    {
        if (places is not { Level: AttributeLevel.Event })
        {
            return [];
        }

        var view = selection.View;
        var tallies = new Dictionary<(int From, int To), FrictionTally>();
        var codes = view.CodesOf(places);
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            int before = -1, here = -1;
            long leftBefore = 0, lastHere = 0;
            for (int p = starts[i], end = ends[i]; p < end; p++)
            {
                var place = codes[p];
                if (place < 0)
                {
                    continue;
                }

                if (place != here && here >= 0)
                {
                    Tally(here, place).Expose(journey);
                    if (place == before)
                    {
                        Tally(before, here).Hit(journey, times[p] - leftBefore);
                    }

                    (before, leftBefore) = (here, lastHere);
                }

                (here, lastHere) = (place, times[p]);
            }
        }

        return tallies.Values.Where(t => t.Hits.Length * 2 <= t.Exposed);

        FrictionTally Tally(int from, int to)
        {
            if (!tallies.TryGetValue((from, to), out var tally))
            {
                tally = new(new(FrictionKind.PingPong, dimension, places.Values[from], places.Values[to]), cells);
                tallies.Add((from, to), tally);
            }

            return tally;
        }
    }
}
