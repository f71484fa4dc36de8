using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;
using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>The ways that journeys go, the most frequent first.</summary>
/// <param name="Count">How many ways there are.</param>
/// <param name="Once">How many of them a single journey went.</param>
/// <param name="Top">The most frequent ones.</param>
public sealed record VariantsView(int Count, int Once, IReadOnlyList<VariantRow> Top)
{
    private const double PerSecond = 1e6;

    /// <param name="selection">The journeys.</param>
    /// <param name="most">At most so many rows.</param>
    public static VariantsView Of(Selection selection, int most)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var log = selection.Log;
        var variants = ReferenceEquals(selection.View, log.View) ? log.Variants : Variants.Of(selection.View);
        var shown = Math.Min(most, variants.Count);
        var durations = new List<double>[shown];
        var closed = new int[shown];
        var won = new int[shown];
        for (var v = 0; v < shown; v++)
        {
            durations[v] = new List<double>(variants[v].Cases);
        }

        var ofCase = variants.OfCase;
        for (var i = 0; i < selection.Count; i++)
        {
            var variant = ofCase[i];
            if (variant >= shown)
            {
                continue;
            }

            var journey = selection.Journeys[i];
            durations[variant].Add(log.DurationOf(journey) / PerSecond);
            if (log.Success is { } success && log.Endings[journey] != InstanceEnding.Open)
            {
                closed[variant]++;
                won[variant] += success[journey] ? 1 : 0;
            }
        }

        return new VariantsView(variants.Count, variants.Once, [.. Enumerable.Range(0, shown).Select(v =>
        {
            durations[v].Sort();
            return new VariantRow(
                variants[v].Key,
                variants[v].Names,
                variants[v].Cases,
                Proportion.Wilson(variants[v].Cases, selection.Count),
                Statistics.Quantiles.OfSorted([.. durations[v]], 0.5),
                closed[v] > 0 ? Proportion.Wilson(won[v], closed[v]) : null);
        })]);
    }
}
