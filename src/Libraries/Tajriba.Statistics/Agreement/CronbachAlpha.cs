namespace Tajriba.Statistics;

/// <summary>How far several items measure one thing: coefficient alpha (Cronbach 1951, Psychometrika 16:297-334).</summary>
/// <param name="Raw">k / (k − 1) · (1 − Σ variances of the items / variance of their sum); at most 1.</param>
/// <param name="Standardised">k r̄ / (1 + (k − 1) r̄), alpha of items of equal variance.</param>
/// <param name="MeanCorrelation">r̄, the mean correlation of two items.</param>
/// <param name="IfDropped">Raw alpha of the others, for each item; not a number with two items.</param>
/// <param name="ItemRestCorrelation">Correlation of each item with the sum of the others.</param>
public sealed record CronbachAlpha(double Raw, double Standardised, double MeanCorrelation, double[] IfDropped, double[] ItemRestCorrelation)
{
    /// <summary>Computes alpha.</summary>
    /// <param name="items">At least two items, each with the answers of the same respondents in the same order, at least two; every item varies.</param>
    /// <exception cref="ArgumentException">There are too few items or answers, lengths differ, a value is not finite, or an item or the sum does not vary.</exception>
    public static CronbachAlpha Of(double[][] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Length < 2)
        {
            throw new ArgumentException("Needs at least two items.", nameof(items));
        }

        foreach (var item in items)
        {
            Guard.Sample(item, 2, nameof(items));
            Guard.AsMany(item.Length, items[0].Length, nameof(items));
        }

        var correlations = items.SelectMany((item, i) => items.Skip(i + 1).Select(other => Correlation.Pearson(item, other))).ToArray();
        var mean = correlations.Average();
        if (double.IsNaN(mean))
        {
            throw new ArgumentException("Every item must vary.", nameof(items));
        }

        var raw = Alpha(items);
        if (!double.IsFinite(raw))
        {
            throw new ArgumentException("The sum of the items must vary.", nameof(items));
        }

        double[][][] rests = [.. items.Select((_, i) => items.Where((_, j) => j != i).ToArray())];
        return new CronbachAlpha(
            raw,
            items.Length * mean / (1 + ((items.Length - 1) * mean)),
            mean,
            [.. rests.Select(rest => rest.Length < 2 ? double.NaN : Alpha(rest))],
            [.. items.Select((item, i) => Correlation.Pearson(item, Sum(rests[i])))]);
    }

    private static double Alpha(double[][] items)
    {
        double count = items.Length;
        return count / (count - 1) * (1 - (items.Sum(Variance) / Variance(Sum(items))));
    }

    private static double Variance(double[] values) => Math.Pow(SampleSummary.Of(values).StandardDeviation, 2);

    private static double[] Sum(double[][] items) => [.. items[0].Select((_, i) => items.Sum(item => item[i]))];
}
