using Tajriba.Experience.Journeys.Instances;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// The last step before a journey stopped without success (before its end event, where one ended it); where the definition has
/// no outcome, before it was left. Open journeys are not judged. Time lost: by how much it took longer to get to that step than
/// journeys that succeed usually take (their median); what any journey takes to get there is not lost by stopping. The success
/// that was missed is not counted here: it is counted with the frictions that it goes along with, and would count twice.
/// </summary>
internal static class DropOffFinder
{
    public static IEnumerable<FrictionTally> Find(Selection selection, ExposureCells cells)
    {
        var log = selection.Log;
        var stops = Stops(selection);
        var usual = UsualTimes(selection, stops);
        var tallies = new FrictionTally?[log.Activities.Count];
        for (var a = 0; a < tallies.Length; a++)
        {
            tallies[a] = usual[a] < 0 ? null : new(new(FrictionKind.DropOff, "", log.Activities[a], ""), cells);
        }

        var view = selection.View;
        var codes = view.ActivityCodes;
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        for (var i = 0; i < stops.Length; i++)
        {
            var journey = selection.Journeys[i];
            if (log.Endings[journey] == InstanceEnding.Open)
            {
                continue;
            }

            foreach (var activity in codes[starts[i]..ends[i]])
            {
                tallies[activity]?.Expose(journey);
            }

            if (stops[i] >= 0 && tallies[codes[stops[i]]] is { } tally)
            {
                tally.Hit(journey, Math.Max(0, times[stops[i]] - times[starts[i]] - usual[codes[stops[i]]]));
            }
        }

        return tallies.OfType<FrictionTally>();
    }

    /// <summary>For each journey the position at which it stopped, or -1 where it did not.</summary>
    private static int[] Stops(Selection selection)
    {
        var log = selection.Log;
        var starts = selection.View.Starts;
        var ends = selection.View.Ends;
        var stops = new int[selection.Count];
        for (var i = 0; i < stops.Length; i++)
        {
            var journey = selection.Journeys[i];
            var ending = log.Endings[journey];
            stops[i] = ending != InstanceEnding.Open && !Succeeded(log, journey)
                ? ends[i] - (ending == InstanceEnding.Ended && ends[i] - starts[i] > 1 ? 2 : 1)
                : -1;
        }

        return stops;
    }

    private static bool Succeeded(InstanceLog log, int journey)
        => log.Success is { } success ? success[journey] : log.Endings[journey] == InstanceEnding.Ended;

    /// <summary>
    /// For each step at which journeys stop, the median time from the start of a successful journey to the last time it was
    /// there, microseconds; where no successful journey passes, the median duration. -1 for other steps.
    /// </summary>
    private static long[] UsualTimes(Selection selection, int[] stops)
    {
        var log = selection.Log;
        var view = selection.View;
        var codes = view.ActivityCodes;
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        var usual = new long[log.Activities.Count];
        Array.Fill(usual, -1);
        foreach (var stop in stops)
        {
            if (stop >= 0)
            {
                usual[codes[stop]] = log.MedianDuration;
            }
        }

        var found = new List<double>?[usual.Length];
        var seenIn = new int[usual.Length];
        for (var i = 0; i < stops.Length; i++)
        {
            var journey = selection.Journeys[i];
            if (log.Endings[journey] == InstanceEnding.Open || !Succeeded(log, journey))
            {
                continue;
            }

            for (var p = ends[i] - 1; p >= starts[i]; p--)
            {
                var activity = codes[p];
                if (usual[activity] >= 0 && seenIn[activity] != i + 1)
                {
                    seenIn[activity] = i + 1;
                    (found[activity] ??= []).Add(times[p] - times[starts[i]]);
                }
            }
        }

        for (var a = 0; a < usual.Length; a++)
        {
            if (found[a] is { } all)
            {
                double[] sorted = [.. all];
                Array.Sort(sorted);
                usual[a] = (long)Quantiles.OfSorted(sorted, 0.5);
            }
        }

        return usual;
    }
}
