namespace Tajriba.Statistics;

/// <summary>Tabular cumulative sums (Page 1954; Montgomery 9.1) of standardized values.</summary>
/// <param name="Up">C⁺_i = max(0, C⁺_(i−1) + z_i − k), begun at 0: evidence of a rise.</param>
/// <param name="Down">C⁻_i = max(0, C⁻_(i−1) − z_i − k), begun at 0: evidence of a fall, not negative.</param>
/// <param name="Out">0-based indices where either is strictly above h.</param>
public sealed record CusumChart(IReadOnlyList<double> Up, IReadOnlyList<double> Down, IReadOnlyList<int> Out)
{
    /// <summary>Draws the chart.</summary>
    /// <param name="values">At least one finite value in order of time.</param>
    /// <param name="mean">In-control mean, finite.</param>
    /// <param name="sigma">In-control standard deviation of single values, positive.</param>
    /// <param name="slack">k, half the shift to be seen, in standard deviations, not negative.</param>
    /// <param name="decision">h, in standard deviations, positive; with k = 0.5 and h = 5 a false alarm comes once in about 465 values.</param>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CusumChart Of(ReadOnlySpan<double> values, double mean, double sigma, double slack = 0.5, double decision = 5)
    {
        Guard.Sample(values, 1);
        Guard.Finite(mean);
        Guard.Positive(sigma);
        Guard.NotNegative(slack);
        Guard.Positive(decision);
        var up = new double[values.Length];
        var down = new double[values.Length];
        var outside = new List<int>();
        for (var i = 0; i < values.Length; i++)
        {
            var z = (values[i] - mean) / sigma;
            up[i] = Math.Max(0, (i == 0 ? 0 : up[i - 1]) + z - slack);
            down[i] = Math.Max(0, (i == 0 ? 0 : down[i - 1]) - z - slack);
            if (up[i] > decision || down[i] > decision)
            {
                outside.Add(i);
            }
        }

        return new CusumChart(up, down, outside);
    }
}
