namespace Tajriba.Statistics;

/// <summary>A straight trend beside a repeating season, fitted by least squares.</summary>
/// <param name="Slope">Change per step with Student's interval.</param>
/// <param name="P">Two-sided p-value of no trend.</param>
/// <param name="Season">Mean departure of each place in the season from the overall level, trend taken out; sums to about 0.</param>
/// <param name="ResidualStandardDeviation">Spread around trend and season.</param>
public sealed record SeasonalTrend(Estimate Slope, double P, IReadOnlyList<double> Season, double ResidualStandardDeviation)
{
    /// <summary>Fits value = season + slope · step; errors are taken as independent.</summary>
    /// <param name="values">In order of time at equal steps; more than season + 1 of them, covering the season at least twice.</param>
    /// <param name="season">Length of the season in steps; 1 for none.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are too few values or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static SeasonalTrend Fit(ReadOnlySpan<double> values, int season = 1, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 1);
        Guard.Confidence(confidence);
        Guard.Sample(values, Math.Max(2 * season, season + 2));
        var means = new double[season];
        var times = new double[season];
        var counts = new int[season];
        for (var i = 0; i < values.Length; i++)
        {
            means[i % season] += values[i];
            times[i % season] += i;
            counts[i % season]++;
        }

        for (var k = 0; k < season; k++)
        {
            means[k] /= counts[k];
            times[k] /= counts[k];
        }

        // Regressing what remains within each place of the season gives the slope of the full regression (Frisch and Waugh 1933).
        double xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var x = i - times[i % season];
            var y = values[i] - means[i % season];
            (xx, xy, yy) = (xx + (x * x), xy + (x * y), yy + (y * y));
        }

        var slope = xy / xx;
        var degrees = values.Length - season - 1;
        var residual = Math.Sqrt(Math.Max(0, yy - (slope * xy)) / degrees);
        var error = residual / Math.Sqrt(xx);
        var half = StudentDistribution.Quantile((1 + confidence) / 2, degrees) * error;
        var levels = new double[season];
        for (var k = 0; k < season; k++)
        {
            levels[k] = means[k] - (slope * times[k]);
        }

        var level = levels.Average();
        var p = error > 0 ? StudentDistribution.TwoSided(slope / error, degrees) : slope == 0 ? 1 : 0;
        return new SeasonalTrend(new Estimate(slope, slope - half, slope + half), p, [.. levels.Select(x => x - level)], residual);
    }
}
