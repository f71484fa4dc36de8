using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>Steps done again. Time lost: from the first time the step was done to the last.</summary>
internal static class ReworkFinder
{
    public static IEnumerable<FrictionTally> Find(Selection selection, ExposureCells cells)
    {
        var log = selection.Log;
        var view = selection.View;
        var tallies = new FrictionTally?[log.Activities.Count];
        var firstTime = new long[tallies.Length];
        var seenIn = new int[tallies.Length];
        Array.Fill(seenIn, -1);
        var lastTime = new long[tallies.Length];
        var repeated = new bool[tallies.Length];
        var again = new List<int>();
        var codes = view.ActivityCodes;
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            again.Clear();
            for (int p = starts[i], end = ends[i]; p < end; p++)
            {
                var activity = codes[p];
                if (seenIn[activity] != i)
                {
                    seenIn[activity] = i;
                    firstTime[activity] = times[p];
                    (tallies[activity] ??= new(new(FrictionKind.Rework, "", log.Activities[activity], ""), cells)).Expose(journey);
                    continue;
                }

                lastTime[activity] = times[p];
                if (!repeated[activity])
                {
                    repeated[activity] = true;
                    again.Add(activity);
                }
            }

            foreach (var activity in again)
            {
                tallies[activity]!.Hit(journey, lastTime[activity] - firstTime[activity]);
                repeated[activity] = false;
            }
        }

        return tallies.OfType<FrictionTally>();
    }
}
