namespace Tajriba.Statistics;

/// <summary>
/// Constants of control charts for samples of a normal process (Montgomery, Introduction to Statistical Quality Control,
/// appendix VI; ASTM STP 15D), computed and not looked up, so that they hold all their digits.
/// </summary>
/// <param name="D2">Mean of the range of n values, in standard deviations (printed as d2).</param>
/// <param name="D3">Standard deviation of that range (printed as d3).</param>
/// <param name="C4">Mean of the sample standard deviation: √(2/(n−1)) Γ(n/2)/Γ((n−1)/2).</param>
public sealed record ControlConstants(double D2, double D3, double C4)
{
    private const double Step = 0.02;
    private const double Reach = 9;

    /// <summary>Size of the sample.</summary>
    public required int Size { get; init; }

    /// <summary>Half width of the limits for means, times the mean range: 3/(d2 √n).</summary>
    public double A2 => 3 / (D2 * Math.Sqrt(Size));

    /// <summary>Half width of the limits for means, times the mean standard deviation: 3/(c4 √n).</summary>
    public double A3 => 3 / (C4 * Math.Sqrt(Size));

    /// <summary>Lower limit for standard deviations, times their mean; 0 where it would be negative (printed as B3).</summary>
    public double DeviationLower => Math.Max(0, 1 - DeviationHalf);

    /// <summary>Upper limit for standard deviations, times their mean (printed as B4).</summary>
    public double DeviationUpper => 1 + DeviationHalf;

    /// <summary>Lower limit for ranges, times their mean; 0 where it would be negative (printed as D3).</summary>
    public double RangeLower => Math.Max(0, 1 - (3 * D3 / D2));

    /// <summary>Upper limit for ranges, times their mean (printed as D4).</summary>
    public double RangeUpper => 1 + (3 * D3 / D2);

    /// <summary>Half width of the limits for single values, times the mean range: 3/d2.</summary>
    public double E2 => 3 / D2;

    private double DeviationHalf => 3 / C4 * Math.Sqrt(1 - (C4 * C4));

    /// <summary>Computes the constants.</summary>
    /// <param name="size">Values in a sample, 2 to 1,000.</param>
    /// <remarks>
    /// The range W of n standard normal values has P(W ≤ w) = n ∫ φ(x) [Φ(x + w) − Φ(x)]^(n−1) dx (Hartley 1942);
    /// d2 = ∫ P(W > w) dw and d3² = ∫ 2w P(W > w) dw − d2². Accurate to about 1e-9.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside its range.</exception>
    public static ControlConstants For(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 1_000);
        var points = (int)Math.Round(2 * Reach / Step);
        double first = 0, second = 0;
        for (var k = 0; k <= points; k++)
        {
            // Simpson's weights over the width of the range.
            var weight = (k == 0 || k == points ? 1 : k % 2 == 1 ? 4 : 2) * Step / 3;
            var beyond = 1 - WithinRange(k, points, size);
            first += weight * beyond;
            second += weight * 2 * k * Step * beyond;
        }

        var c4 = Math.Sqrt(2.0 / (size - 1)) * Math.Exp(SpecialFunctions.LogGamma(size / 2.0) - SpecialFunctions.LogGamma((size - 1) / 2.0));
        return new ControlConstants(first, Math.Sqrt(second - (first * first)), c4) { Size = size };
    }

    private static double WithinRange(int shift, int points, int size)
    {
        var sum = 0.0;
        for (var i = 0; i <= points; i++)
        {
            var share = (i + shift <= points ? Grid.Below[i + shift] : 1) - Grid.Below[i];
            sum += Grid.Density[i] * Math.Pow(share, size - 1);
        }

        return Math.Min(1, size * sum * Step);
    }

    /// <summary>The normal distribution on the grid of the integration, made once.</summary>
    private static class Grid
    {
        public static readonly double[] Below = Make(NormalDistribution.Cdf);
        public static readonly double[] Density = Make(x => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));

        private static double[] Make(Func<double, double> function)
        {
            var values = new double[(int)Math.Round(2 * Reach / Step) + 1];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = function(-Reach + (i * Step));
            }

            return values;
        }
    }
}
