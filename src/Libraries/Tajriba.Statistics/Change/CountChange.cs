namespace Tajriba.Statistics;

/// <summary>How much a count per day (hour, week) changed between two periods.</summary>
/// <param name="Ratio">Later over earlier rate with its interval; 1 where nothing changed.</param>
/// <param name="Dispersion">How much more the counts vary than chance alone would, at least 1; already in the interval.</param>
/// <param name="P">Two-sided p-value of no change.</param>
public readonly record struct CountChange(Estimate Ratio, double Dispersion, double P)
{
    /// <summary>
    /// Compares counts of two periods within each place of the season (weekday with weekday), so that a period with
    /// one Friday more is not called a change. Mantel–Haenszel rate ratio (Greenland and Robins 1985) with the
    /// variance widened by the Pearson dispersion (quasi-Poisson, McCullagh and Nelder 1989).
    /// </summary>
    /// <param name="before">Counts of the earlier period in order, none negative.</param>
    /// <param name="after">Counts of the later period in order, none negative.</param>
    /// <param name="season">Length of the season in counts: 7 for days of a week; 1 for none. Each period covers it at least once.</param>
    /// <param name="afterOffset">Place in the season of the first count of <paramref name="after"/>, where <paramref name="before"/> starts at 0.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <returns>Null where a period has no events at all, so that there is no ratio.</returns>
    /// <exception cref="ArgumentException">A count is negative, or a period is shorter than the season.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CountChange? Compare(ReadOnlySpan<long> before, ReadOnlySpan<long> after, int season = 7, int afterOffset = 0, double confidence = 0.95)
    {
        var z = NormalDistribution.ForConfidence(confidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(afterOffset);
        var (events0, days0) = Totals(before, season, 0, nameof(before));
        var (events1, days1) = Totals(after, season, afterOffset, nameof(after));
        double r = 0, s = 0, v = 0;
        for (var k = 0; k < season; k++)
        {
            double t = days0[k] + days1[k];
            r += events1[k] * days0[k] / t;
            s += events0[k] * days1[k] / t;
            v += (events0[k] + events1[k]) * days0[k] * days1[k] / (t * t);
        }

        if (r == 0 || s == 0)
        {
            return null;
        }

        var ratio = r / s;
        var degrees = before.Length + after.Length - season - 1;
        var pearson = Pearson(before, 0, 1) + Pearson(after, afterOffset, ratio);
        var dispersion = degrees > 0 ? Math.Max(1, pearson / degrees) : 1;
        var error = Math.Sqrt(dispersion * v / (r * s));
        var spread = Math.Exp(z * error);
        return new CountChange(new Estimate(ratio, ratio / spread, ratio * spread), dispersion, NormalDistribution.TwoSided(Math.Log(ratio) / error));

        double Pearson(ReadOnlySpan<long> counts, int offset, double factor)
        {
            var sum = 0.0;
            for (var i = 0; i < counts.Length; i++)
            {
                var k = (i + offset) % season;
                var expected = factor * (events0[k] + events1[k]) / (days0[k] + (ratio * days1[k]));
                sum += expected > 0 ? Math.Pow(counts[i] - expected, 2) / expected : 0;
            }

            return sum;
        }
    }

    private static (double[] Events, double[] Days) Totals(ReadOnlySpan<long> counts, int season, int offset, string name)
    {
        if (counts.Length < season)
        {
            throw new ArgumentException("A period must cover the season at least once.", name);
        }

        var events = new double[season];
        var days = new double[season];
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0)
            {
                throw new ArgumentException("A count cannot be negative.", name);
            }

            events[(i + offset) % season] += counts[i];
            days[(i + offset) % season]++;
        }

        return (events, days);
    }
}
