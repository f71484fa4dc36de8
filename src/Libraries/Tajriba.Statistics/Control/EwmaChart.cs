namespace Tajriba.Statistics;

/// <summary>Exponentially weighted moving average (Roberts 1959; Montgomery 9.2): quick to see small lasting shifts.</summary>
/// <param name="Values">z_i = λ x_i + (1 − λ) z_(i−1), begun at the mean.</param>
/// <param name="Limits">μ ± L σ √(λ/(2 − λ) (1 − (1 − λ)^(2i))): exact, so narrower at the start.</param>
/// <param name="Out">0-based indices of the values strictly beyond their limits.</param>
public sealed record EwmaChart(IReadOnlyList<double> Values, IReadOnlyList<ControlLimits> Limits, IReadOnlyList<int> Out)
{
    /// <summary>Draws the chart.</summary>
    /// <param name="values">At least one finite value in order of time.</param>
    /// <param name="mean">In-control mean, finite.</param>
    /// <param name="sigma">In-control standard deviation of single values, positive.</param>
    /// <param name="weight">λ, above 0 and at most 1.</param>
    /// <param name="width">L, the half width in standard deviations, positive.</param>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static EwmaChart Of(ReadOnlySpan<double> values, double mean, double sigma, double weight = 0.2, double width = 3)
    {
        Guard.Sample(values, 1);
        Guard.Finite(mean);
        Guard.Positive(sigma);
        Guard.Positive(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 1);
        Guard.Positive(width);
        var averages = new double[values.Length];
        var limits = new ControlLimits[values.Length];
        var outside = new List<int>();
        var average = mean;
        for (var i = 0; i < values.Length; i++)
        {
            average = (weight * values[i]) + ((1 - weight) * average);
            var half = width * sigma * Math.Sqrt(weight / (2 - weight) * (1 - Math.Pow(1 - weight, 2 * (i + 1))));
            averages[i] = average;
            limits[i] = new ControlLimits(mean - half, mean + half);
            if (limits[i].Excludes(average))
            {
                outside.Add(i);
            }
        }

        return new EwmaChart(averages, limits, outside);
    }
}
