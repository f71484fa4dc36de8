using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>The steps of some journeys, one row each, the most frequent first.</summary>
public static class StepsView
{
    private const double PerSecond = 1e6;

    public static IReadOnlyList<StepRow> Of(Selection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (selection.Count == 0)
        {
            return [];
        }

        var view = selection.View;
        var graph = DirectlyFollowsGraph.Of(view);
        var cases = MapView.CasesByActivity(view);
        var rework = Rework.Of(view).ToDictionary(r => r.Activity, r => r.Cases);
        var waits = MedianWaits(view, graph.ActivityCounts);
        var rows = new List<StepRow>();
        for (var a = 0; a < cases.Length; a++)
        {
            if (cases[a] > 0)
            {
                rows.Add(new StepRow(
                    view.Log.Activities[a],
                    graph.ActivityCounts[a],
                    cases[a],
                    Proportion.Wilson(cases[a], selection.Count),
                    waits[a],
                    Proportion.Wilson(rework.GetValueOrDefault(a), cases[a]),
                    graph.StartCounts[a],
                    graph.EndCounts[a]));
            }
        }

        return [.. rows.OrderByDescending(r => r.Count).ThenBy(r => r.Activity, StringComparer.Ordinal)];
    }

    /// <summary>Waits before each step, grouped in one buffer; the median by selection, of an even number the lower of the middle two.</summary>
    private static double?[] MedianWaits(LogView view, ReadOnlySpan<int> counts)
    {
        var begins = new int[counts.Length + 1];
        for (var a = 0; a < counts.Length; a++)
        {
            begins[a + 1] = begins[a] + counts[a];
        }

        var buffer = GC.AllocateUninitializedArray<long>(begins[^1]);
        int[] cursor = [.. begins];
        var codes = view.ActivityCodes;
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        for (var i = 0; i < starts.Length; i++)
        {
            for (var p = starts[i] + 1; p < ends[i]; p++)
            {
                buffer[cursor[codes[p]]++] = times[p] - times[p - 1];
            }
        }

        var medians = new double?[counts.Length];
        for (var a = 0; a < medians.Length; a++)
        {
            var values = buffer.AsSpan(begins[a], cursor[a] - begins[a]);
            medians[a] = values.IsEmpty ? null : OrderStatistics.Select(values, (values.Length - 1) / 2) / PerSecond;
        }

        return medians;
    }
}
