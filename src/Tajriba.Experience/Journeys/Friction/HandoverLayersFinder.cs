using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// Journeys that cross at least two more employees (units) than the median journey, and at least three. Time lost: the waits
/// before each newcomer beyond the median number.
/// </summary>
internal static class HandoverLayersFinder
{
    private const int Beyond = 2;
    private const int Fewest = 3;

    public static IEnumerable<FrictionTally> Find(Selection selection, AttributeColumn? actors, string dimension)
    {
        if (actors is not { Level: AttributeLevel.Event })
        {
            return [];
        }

        var norm = Norm(selection, actors);
        var limit = Math.Max(norm + Beyond, Fewest);
        var tally = new FrictionTally(new(FrictionKind.HandoverLayers, dimension, "", ""), selection);
        var view = selection.View;
        var codes = actors.Codes;
        var times = view.Times;
        var met = new int[actors.Values.Count];
        Array.Fill(met, -1);
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            var count = 0;
            long waited = 0;
            for (var p = view.Starts[i]; p < view.Ends[i]; p++)
            {
                var actor = codes[view.EventAt(p)];
                if (actor >= 0 && met[actor] != i)
                {
                    met[actor] = i;
                    count++;
                    waited += count > norm && p > view.Starts[i] ? times[p] - times[p - 1] : 0;
                }
            }

            if (count > 0)
            {
                tally.Expose(journey);
            }

            if (count >= limit)
            {
                tally.Hit(journey, waited);
            }
        }

        return [tally];
    }

    /// <summary>The median number of actors of journeys that have any.</summary>
    private static int Norm(Selection selection, AttributeColumn actors)
    {
        var view = selection.View;
        var codes = actors.Codes;
        var met = new int[actors.Values.Count];
        Array.Fill(met, -1);
        var histogram = new int[actors.Values.Count + 1];
        for (var i = 0; i < selection.Count; i++)
        {
            var count = 0;
            for (var p = view.Starts[i]; p < view.Ends[i]; p++)
            {
                var actor = codes[view.EventAt(p)];
                if (actor >= 0 && met[actor] != i)
                {
                    met[actor] = i;
                    count++;
                }
            }

            histogram[count]++;
        }

        var all = selection.Count - histogram[0];
        var passed = 0;
        for (var count = 1; count < histogram.Length; count++)
        {
            passed += histogram[count];
            if (passed * 2 >= all)
            {
                return count;
            }
        }

        return 0;
    }
}
