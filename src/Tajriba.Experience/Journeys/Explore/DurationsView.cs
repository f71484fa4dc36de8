using Tajriba.Experience.Journeys.Instances;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>How long journeys take.</summary>
/// <param name="Median">Median in seconds with a distribution-free interval.</param>
/// <param name="P90">90th percentile likewise.</param>
/// <param name="P95">95th percentile likewise.</param>
/// <param name="Bins">Histogram up to the 99th percentile; the last bin holds everything beyond.</param>
public sealed record DurationsView(Estimate Median, Estimate P90, Estimate P95, IReadOnlyList<DurationBin> Bins)
{
    private const double PerSecond = 1e6;
    private const int MostBins = 24;

    /// <summary>Widths that people think in, seconds: 1, 5, 15 s; 1, 5, 15 min; 1, 2, 6, 12 h; 1, 2, 7, 14, 30, 90, 365 days.</summary>
    private static readonly long[] Widths = [1, 5, 15, 60, 300, 900, 3600, 7200, 21600, 43200, 86400, 172800, 604800, 1209600, 2592000, 7776000, 31536000];

    /// <summary>Null where there is no journey.</summary>
    public static DurationsView? Of(Selection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (selection.Count == 0)
        {
            return null;
        }

        var sorted = new double[selection.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = selection.Log.DurationOf(selection.Journeys[i]) / PerSecond;
        }

        Array.Sort(sorted);
        return new DurationsView(
            Quantiles.IntervalOfSorted(sorted, 0.5),
            Quantiles.IntervalOfSorted(sorted, 0.9),
            Quantiles.IntervalOfSorted(sorted, 0.95),
            Histogram(sorted));
    }

    private static List<DurationBin> Histogram(double[] sorted)
    {
        var reach = Quantiles.OfSorted(sorted, 0.99);
        var width = Array.Find(Widths, w => reach / w < MostBins);
        width = width == 0 ? Widths[^1] * (long)Math.Ceiling(reach / Widths[^1] / MostBins) : width;
        var bins = new List<DurationBin>();
        var at = 0;
        for (long from = 0; from <= reach; from += width)
        {
            var first = at;
            while (at < sorted.Length && sorted[at] < from + width)
            {
                at++;
            }

            bins.Add(new DurationBin(from, from + width, at - first));
        }

        if (at < sorted.Length)
        {
            bins.Add(new DurationBin(bins[^1].ToSeconds!.Value, null, sorted.Length - at));
        }

        return bins;
    }
}

/// <param name="FromSeconds">Shortest, inclusive.</param>
/// <param name="ToSeconds">Longest, exclusive; null in the last bin, which has no end.</param>
/// <param name="Cases">Journeys.</param>
public sealed record DurationBin(long FromSeconds, long? ToSeconds, int Cases);
