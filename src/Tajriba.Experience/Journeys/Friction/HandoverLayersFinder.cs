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

    public static IEnumerable<FrictionTally> Find(Selection selection, ExposureCells cells, AttributeColumn? actors, string dimension)
    {
        if (actors is not { Level: AttributeLevel.Event })
        {
            return [];
        }

        var view = selection.View;
        var codes = view.CodesOf(actors);
        var starts = view.Starts;
        var ends = view.Ends;
        var norm = Norm(selection, codes, actors.Values.Count);
        var limit = Math.Max(norm + Beyond, Fewest);
        var tally = new FrictionTally(new(FrictionKind.HandoverLayers, dimension, "", ""), cells);
        var times = view.Times;
        var met = new int[actors.Values.Count];
        Array.Fill(met, -1);
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            var count = 0;
            long waited = 0;
            for (int p = starts[i], end = ends[i]; p < end; p++)
            {
                var actor = codes[p];
                if (actor >= 0 && met[actor] != i)
                {
                    met[actor] = i;
                    count++;
                    waited += count > norm && p > starts[i] ? times[p] - times[p - 1] : 0;
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
    private static int Norm(Selection selection, ReadOnlySpan<int> codes, int actors)
    {
        var starts = selection.View.Starts;
        var ends = selection.View.Ends;
        var met = new int[actors];
        Array.Fill(met, -1);
        var histogram = new int[actors + 1];
        for (var i = 0; i < selection.Count; i++)
        {
            var count = 0;
            foreach (var actor in codes[starts[i]..ends[i]])
            {
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
