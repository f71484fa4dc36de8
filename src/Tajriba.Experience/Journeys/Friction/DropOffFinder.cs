using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// The last step before a journey stopped without success (before its end event, where one ended it); where the definition has
/// no outcome, before it was left. Open journeys are not judged. Time lost: all the time that the journey took.
/// </summary>
internal static class DropOffFinder
{
    public static IEnumerable<FrictionTally> Find(Selection selection)
    {
        var log = selection.Log;
        if (log.Success is null && log.Definition.EndEvents.Count == 0)
        {
            // Every journey ends by falling silent; that it stopped says nothing.
            yield break;
        }

        var view = selection.View;
        var tallies = new FrictionTally?[log.Activities.Count];
        var codes = view.ActivityCodes;
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            if (log.Endings[journey] == InstanceEnding.Open)
            {
                continue;
            }

            for (var p = view.Starts[i]; p < view.Ends[i]; p++)
            {
                (tallies[codes[p]] ??= new(new(FrictionKind.DropOff, "", log.Activities[codes[p]], ""), selection)).Expose(journey);
            }

            var failed = log.Success is { } success ? !success[journey] : log.Endings[journey] == InstanceEnding.Left;
            if (failed)
            {
                var ended = log.Endings[journey] == InstanceEnding.Ended && view.Ends[i] - view.Starts[i] > 1;
                tallies[codes[view.Ends[i] - (ended ? 2 : 1)]]!.Hit(journey, log.DurationOf(journey));
            }
        }

        foreach (var tally in tallies.OfType<FrictionTally>())
        {
            yield return tally;
        }
    }
}
