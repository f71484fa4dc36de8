namespace Tajriba.Statistics;

/// <summary>Effects of a binary exposure on a binary outcome, summed over strata (Mantel and Haenszel 1959).</summary>
public static class MantelHaenszel
{
    /// <summary>Compares exposed and unexposed within strata.</summary>
    /// <param name="strata">At least one with both exposed and unexposed.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <returns>Null where no stratum holds both, so that nothing can be compared.</returns>
    /// <remarks>
    /// Risk difference Σ(a·n0 − b·n1)/N ÷ Σ n1·n0/N; variance of Sato (Biometrics 1989, 45:1323) and of Greenland and
    /// Robins (Biometrics 1985, 41:55). Odds ratio Σ a·d/N ÷ Σ b·c/N with the variance of its logarithm of Robins,
    /// Breslow and Greenland (Biometrics 1986, 42:311).
    /// </remarks>
    /// <exception cref="ArgumentException">A stratum's counts contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static StratifiedEffect? Compare(ReadOnlySpan<StratumCounts> strata, double confidence = 0.95)
    {
        var z = NormalDistribution.ForConfidence(confidence);
        double numerator = 0, weight = 0, p = 0, q = 0, greenlandRobins = 0;
        double r = 0, s = 0, pr = 0, mixed = 0, qs = 0;
        var informative = 0;
        long compared = 0, events1 = 0, all1 = 0, events0 = 0, all0 = 0;
        foreach (var (a, n1, b, n0) in strata)
        {
            if (a < 0 || b < 0 || a > n1 || b > n0)
            {
                throw new ArgumentException("Events must lie between 0 and the number of the exposed or unexposed.", nameof(strata));
            }

            (events1, all1, events0, all0) = (events1 + a, all1 + n1, events0 + b, all0 + n0);
            if (n1 == 0 || n0 == 0)
            {
                continue;
            }

            informative++;
            compared += n1;
            double m1 = n1, m0 = n0, c = n1 - a, d = n0 - b, n = m1 + m0;
            numerator += ((a * m0) - (b * m1)) / n;
            weight += m1 * m0 / n;
            p += ((m1 * m1 * b) - (m0 * m0 * a) + (m1 * m0 * (m0 - m1) / 2)) / (n * n);
            q += ((a * d) + (b * c)) / (2 * n);
            greenlandRobins += ((a * c * m0 * m0 * m0) + (b * d * m1 * m1 * m1)) / (m1 * m0 * n * n);

            double ri = a * d / n, si = b * c / n, pi = (a + d) / n, qi = (b + c) / n;
            (r, s) = (r + ri, s + si);
            pr += pi * ri;
            mixed += (pi * si) + (qi * ri);
            qs += qi * si;
        }

        if (informative == 0)
        {
            return null;
        }

        var difference = numerator / weight;
        var error = Math.Sqrt(Math.Max(0, (difference * p) + q)) / weight;
        var oddsRatio = new Estimate(double.NaN, double.NaN, double.NaN);
        if (r > 0 && s > 0)
        {
            var spread = Math.Exp(z * Math.Sqrt((pr / (2 * r * r)) + (mixed / (2 * r * s)) + (qs / (2 * s * s))));
            oddsRatio = new Estimate(r / s, r / s / spread, r / s * spread);
        }

        return new StratifiedEffect(
            new Estimate(difference, Math.Max(-1, difference - (z * error)), Math.Min(1, difference + (z * error))),
            error,
            Math.Sqrt(greenlandRobins) / weight,
            oddsRatio,
            ProportionDifference.Newcombe(events1, all1, events0, all0, confidence),
            informative,
            compared);
    }
}
