using Tajriba.Experience.Journeys.Instances;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Highlights;

/// <summary>
/// Compares the last 28 whole days with the 28 before: journeys begun by the day they began, success and duration by the day
/// they closed. A change is told only where its 99% interval leaves out "no change" (99% because several things are looked at).
/// </summary>
internal static class PeriodChanges
{
    private const int Days = 28;
    private const int Fewest = 30;
    private const double Confidence = 0.99;
    private const int Seed = 20260101;
    private const int Replicates = 500;
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const double PerSecond = 1e6;

    public static IReadOnlyList<JourneyChange> Of(Selection selection)
    {
        var log = selection.Log;
        var lastDay = log.Now / MicrosecondsPerDay;
        var lastClosedDay = lastDay - (log.Definition.TimeoutDays ?? 0);
        long[][] began = [new long[Days], new long[Days]];
        List<double>[] durations = [[], []];
        int[] won = [0, 0];
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            var start = selection.View.Times[selection.View.Starts[i]];
            if (Place(lastDay, start) is (>= 0 and var period, var day))
            {
                began[period][day]++;
            }

            var end = selection.View.Times[selection.View.Ends[i] - 1];
            if (log.Endings[journey] != InstanceEnding.Open && Place(lastClosedDay, end) is (>= 0 and var closedIn, _))
            {
                durations[closedIn].Add((end - start) / PerSecond);
                won[closedIn] += log.Success?[journey] == true ? 1 : 0;
            }
        }

        return [.. Changes(log, began, durations, won)];
    }

    private static IEnumerable<JourneyChange> Changes(InstanceLog log, long[][] began, List<double>[] durations, int[] won)
    {
        if (CountChange.Compare(began[0], began[1], confidence: Confidence) is { } count && !count.Ratio.Contains(1))
        {
            yield return new(log.Definition, JourneyMeasure.Began, began[0].Average(), began[1].Average(), count.Ratio, null);
        }

        int before = durations[0].Count, after = durations[1].Count;
        if (before < Fewest || after < Fewest)
        {
            yield break;
        }

        if (log.Success is not null && ProportionDifference.Newcombe(won[1], after, won[0], before, Confidence) is var success && !success.Contains(0))
        {
            yield return new(log.Definition, JourneyMeasure.Success, (double)won[0] / before, (double)won[1] / after, success, success.Value > 0);
        }

        double[] earlier = [.. durations[0].Order()], later = [.. durations[1].Order()];
        var median = Bootstrap.MedianDifference(later, earlier, new Random(Seed), Replicates, Confidence);
        if (!median.Contains(0))
        {
            yield return new(log.Definition, JourneyMeasure.Duration, Quantiles.OfSorted(earlier, 0.5), Quantiles.OfSorted(later, 0.5), median, median.Value < 0);
        }
    }

    /// <summary>The period (0 the earlier, 1 the later, -1 neither) and the day in it.</summary>
    private static (int Period, int Day) Place(long lastDay, long time)
    {
        var day = (int)((time / MicrosecondsPerDay) - (lastDay - (2 * Days)));
        return day is < 0 or >= 2 * Days ? (-1, 0) : (day / Days, day % Days);
    }
}
