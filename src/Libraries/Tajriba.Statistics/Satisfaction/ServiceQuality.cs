namespace Tajriba.Statistics;

/// <summary>
/// SERVQUAL: service quality as perception minus expectation, item by item, averaged within dimensions (Parasuraman,
/// Zeithaml and Berry 1988, Journal of Retailing 64(1):12-40), weighted by 100 points that each respondent spreads over
/// the dimensions (Zeithaml, Parasuraman and Berry 1990, appendix A).
/// </summary>
/// <param name="Dimensions">In the order of the items.</param>
/// <param name="ItemGaps">Mean gap of each item.</param>
/// <param name="Unweighted">Mean of the dimensions' gaps, each counting the same.</param>
/// <param name="Weighted">Mean over the respondents of Σ points / 100 · their own gap; null without points.</param>
/// <param name="Performance">Mean of all perceptions: SERVPERF (Cronin and Taylor 1992).</param>
public sealed record ServiceQuality(ServiceQualityDimension[] Dimensions, double[] ItemGaps, double Unweighted, double? Weighted, double Performance)
{
    /// <summary>Points that a respondent spreads.</summary>
    public const double Points = 100;

    /// <summary>Analyses the answers.</summary>
    /// <param name="itemsPerDimension">How many items in a row belong to each dimension; at least 1 each.</param>
    /// <param name="expectation">A row for each respondent, at least two; a value for each item.</param>
    /// <param name="perception">As many rows and values.</param>
    /// <param name="importance">As many rows; a value for each dimension, adding up to 100. Null where nobody was asked.</param>
    /// <exception cref="ArgumentException">Rows or values do not fit each other, or points do not add up to 100.</exception>
    public static ServiceQuality Of(int[] itemsPerDimension, double[][] expectation, double[][] perception, double[][]? importance = null)
    {
        ArgumentNullException.ThrowIfNull(itemsPerDimension);
        Guard.Table(expectation, 2, 1);
        Guard.Table(perception, 2, 1);
        Guard.AsMany(perception.Length, expectation.Length, nameof(perception));
        Guard.AsMany(perception[0].Length, expectation[0].Length, nameof(perception));
        if (itemsPerDimension.Length == 0 || itemsPerDimension.Any(count => count < 1) || itemsPerDimension.Sum() != expectation[0].Length)
        {
            throw new ArgumentException("The dimensions' items must add up to the values in a row.", nameof(itemsPerDimension));
        }

        double[][] expected = [.. expectation.Select(row => ByDimension(row, itemsPerDimension))];
        double[][] perceived = [.. perception.Select(row => ByDimension(row, itemsPerDimension))];
        double[][] gaps = [.. perceived.Select((row, i) => row.Zip(expected[i], (p, e) => p - e).ToArray())];
        ServiceQualityDimension[] dimensions =
        [
            .. itemsPerDimension.Select((_, d) => Dimension(Column(gaps, d), Column(perceived, d).Average(), Column(expected, d).Average())),
        ];
        double[] itemGaps = [.. perception[0].Select((_, j) => Column(perception, j).Average() - Column(expectation, j).Average())];
        return new ServiceQuality(
            dimensions,
            itemGaps,
            dimensions.Average(d => d.Gap),
            importance is null ? null : WeightedGap(gaps, importance),
            perception.Average(row => row.Average()));
    }

    private static ServiceQualityDimension Dimension(double[] gaps, double perception, double expectation)
    {
        var own = SampleSummary.Of(gaps);
        var t = own.StandardDeviation > 0 ? own.Mean / (own.StandardDeviation / Math.Sqrt(own.Count)) : double.NaN;
        return new ServiceQualityDimension(own.Mean, own.StandardDeviation, perception, expectation, t);
    }

    private static double WeightedGap(double[][] gaps, double[][] importance)
    {
        Guard.Table(importance, 1, 1);
        Guard.AsMany(importance.Length, gaps.Length, nameof(importance));
        Guard.AsMany(importance[0].Length, gaps[0].Length, nameof(importance));
        if (importance.Any(row => Math.Abs(row.Sum() - Points) > 1e-6))
        {
            throw new ArgumentException("Every respondent's points must add up to 100.", nameof(importance));
        }

        return gaps.Select((row, i) => row.Zip(importance[i], (gap, points) => gap * points / Points).Sum()).Average();
    }

    private static double[] ByDimension(double[] row, int[] items)
    {
        var means = new double[items.Length];
        var start = 0;
        for (var d = 0; d < items.Length; d++)
        {
            means[d] = row.AsSpan(start, items[d]).ToArray().Average();
            start += items[d];
        }

        return means;
    }

    private static double[] Column(double[][] rows, int column) => [.. rows.Select(row => row[column])];
}
