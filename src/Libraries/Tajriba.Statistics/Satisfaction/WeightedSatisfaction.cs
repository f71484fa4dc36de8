namespace Tajriba.Statistics;

/// <summary>A customer satisfaction index (CSI): satisfaction with attributes, weighted by their importance (Hill and Alexander 2006, ch. 11).</summary>
/// <param name="Weights">Importance over its sum; they add up to 1.</param>
/// <param name="Mean">Weighted mean, on the scale of the answers.</param>
/// <param name="PercentOfMaximum">The mean in percent of the scale's highest answer.</param>
/// <param name="Index">The mean as 0 (all at the worst answer) to 100 (all at the best).</param>
/// <param name="LostPoints">What each attribute keeps the index from 100, in its points; they add up to 100 minus the index.</param>
public sealed record WeightedSatisfaction(double[] Weights, double Mean, double PercentOfMaximum, double Index, double[] LostPoints)
{
    /// <summary>Attributes by what they cost, 0-based, the most costly first; equals in their order.</summary>
    public int[] Priorities => [.. Enumerable.Range(0, LostPoints.Length).OrderByDescending(i => LostPoints[i])];

    /// <summary>Computes the index.</summary>
    /// <param name="importance">One for each attribute, 0 or more, on any scale; not all 0.</param>
    /// <param name="satisfaction">One mean for each attribute, on the scale.</param>
    /// <param name="scale">Of the satisfaction.</param>
    /// <exception cref="ArgumentException">Lengths differ, all importance is 0, or a satisfaction is off the scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An importance is negative.</exception>
    public static WeightedSatisfaction Of(double[] importance, double[] satisfaction, SatisfactionScale scale)
    {
        Guard.Table([importance], 1, 1, nameof(importance));
        scale.Check(satisfaction);
        Guard.AsMany(satisfaction.Length, importance.Length, nameof(satisfaction));
        var sum = importance.Sum();
        Guard.Positive(sum, nameof(importance));
        double[] weights = [.. importance.Select(value => value / sum)];
        var mean = weights.Zip(satisfaction, (weight, value) => weight * value).Sum();
        return new WeightedSatisfaction(
            weights,
            mean,
            100 * mean / scale.Highest,
            scale.ToHundred(mean),
            [.. weights.Zip(satisfaction, (weight, value) => weight * (100 - scale.ToHundred(value)))]);
    }
}
