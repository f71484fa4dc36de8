namespace Tajriba.Statistics;

/// <summary>
/// How two measures move together within units, the second some periods after the first. Each unit is compared with itself (the
/// within or fixed-effects estimator, Wooldridge 2010, 10.5), so that what always differs between units relates nothing.
/// </summary>
/// <param name="Lag">Periods by which the second measure follows the first.</param>
/// <param name="Correlation">Correlation of the deviations from each unit's own means, with its interval.</param>
/// <param name="Slope">By how much the second measure moves when the first moves by one, with its interval.</param>
/// <param name="Pairs">Pairs of values behind it.</param>
/// <param name="Units">Units with at least two of them.</param>
public sealed record LaggedRelation(int Lag, Estimate Correlation, Estimate Slope, int Pairs, int Units)
{
    /// <summary>Fewest pairs from which anything is told.</summary>
    public const int FewestPairs = 8;

    private const double MostLost = 0.1;

    /// <summary>Relates the measures of a panel.</summary>
    /// <remarks>
    /// The interval is a percentile interval of the moving-block bootstrap (Künsch 1989): blocks of consecutive periods are drawn for
    /// all units at once, so that neighbouring periods and units of one period stay as dependent as they are. The blocks are
    /// ⌈T^(1/3)⌉ periods long.
    /// </remarks>
    /// <param name="panel">The units, all over the same periods.</param>
    /// <param name="lag">0 or more.</param>
    /// <param name="random">Source of resampling; the same seed gives the same interval.</param>
    /// <param name="replicates">At least 100.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <returns>The relation, or null where there are fewer than <see cref="FewestPairs"/> pairs or a measure does not vary within any unit.</returns>
    /// <exception cref="ArgumentException">Units have different numbers of periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static LaggedRelation? Of(IReadOnlyList<PanelSeries> panel, int lag, Random random, int replicates = 1_000, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 100);
        Guard.Confidence(confidence);
        int periods = panel.Count == 0 ? 0 : panel[0].X.Count;
        if (panel.Any(s => s.X.Count != periods || s.Y.Count != periods))
        {
            throw new ArgumentException("All units have the same periods.", nameof(panel));
        }

        int starts = periods - lag;
        if (starts < 2)
        {
            return null;
        }

        // Pairs by unit and by the period of the first measure.
        (double X, double Y)?[][] pairs = [.. panel.Select(s => Enumerable.Range(0, starts).Select(t => double.IsFinite(s.X[t]) && double.IsFinite(s.Y[t + lag]) ? (s.X[t], s.Y[t + lag]) : ((double, double)?)null).ToArray())];
        int[] all = [.. Enumerable.Range(0, starts)];
        Within sums = Within.Of(pairs, all);
        if (sums.Pairs < FewestPairs || !sums.Varies)
        {
            return null;
        }

        int block = Math.Min(starts, (int)Math.Ceiling(Math.Cbrt(starts)));
        var (correlations, slopes) = (new List<double>(replicates), new List<double>(replicates));
        var drawn = new int[starts];
        for (int i = 0; i < replicates; i++)
        {
            for (int at = 0; at < starts; at++)
            {
                drawn[at] = at % block == 0 ? random.Next(starts - block + 1) : drawn[at - 1] + 1;
            }

            Within resampled = Within.Of(pairs, drawn);
            if (resampled.Varies)
            {
                correlations.Add(resampled.Correlation);
                slopes.Add(resampled.Slope);
            }
        }

        return correlations.Count < replicates * (1 - MostLost) ? null
            : new(lag, Bootstrap.Percentiles(sums.Correlation, [.. correlations], confidence), Bootstrap.Percentiles(sums.Slope, [.. slopes], confidence), sums.Pairs, sums.Units);
    }

    /// <summary>Sums of squares and products of deviations from each unit's own means.</summary>
    private readonly record struct Within(double Xx, double Yy, double Xy, double ScaleX, double ScaleY, int Pairs, int Units)
    {
        /// <summary>Squares that only rounding has left are none.</summary>
        public bool Varies => Xx > 1e-24 * ScaleX && Yy > 1e-24 * ScaleY;

        public double Correlation => Math.Clamp(Xy / Math.Sqrt(Xx) / Math.Sqrt(Yy), -1, 1);

        public double Slope => Xy / Xx;

        public static Within Of((double X, double Y)?[][] pairs, ReadOnlySpan<int> periods)
        {
            var sums = default(Within);
            foreach (var unit in pairs)
            {
                int n = 0;
                double meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
                foreach (int t in periods)
                {
                    if (unit[t] is var (x, y))
                    {
                        // Welford's way, so that large levels with small movements keep their figures.
                        n++;
                        double dx = x - meanX, dy = y - meanY;
                        meanX += dx / n;
                        meanY += dy / n;
                        xx += dx * (x - meanX);
                        yy += dy * (y - meanY);
                        xy += dx * (y - meanY);
                    }
                }

                if (n > 1)
                {
                    sums = new(sums.Xx + xx, sums.Yy + yy, sums.Xy + xy, sums.ScaleX + (n * meanX * meanX), sums.ScaleY + (n * meanY * meanY), sums.Pairs + n, sums.Units + 1);
                }
            }

            return sums;
        }
    }
}
