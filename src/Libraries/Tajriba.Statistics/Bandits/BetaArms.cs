namespace Tajriba.Statistics;

/// <summary>Arms whose shares of success are known as beta distributions (Thompson sampling, Biometrika 1933, 25:285).</summary>
public static class BetaArms
{
    private const double Tolerance = 1e-10;

    /// <summary>
    /// Probability of each arm to be the best, P_i = ∫ f_i(x) Π_(j≠i) F_j(x) dx, which is also how often Thompson sampling
    /// plays it.
    /// </summary>
    /// <param name="arms">At least one; both shapes of each positive.</param>
    /// <returns>One probability an arm, adding up to 1; accurate to about 1e-9.</returns>
    /// <exception cref="ArgumentException">There are no arms, or a shape is not positive and finite.</exception>
    public static IReadOnlyList<double> ProbabilityBest(IReadOnlyList<(double Alpha, double Beta)> arms)
    {
        ArgumentNullException.ThrowIfNull(arms);
        if (arms.Count == 0 || arms.Any(arm => !(arm.Alpha > 0 && arm.Beta > 0 && double.IsFinite(arm.Alpha) && double.IsFinite(arm.Beta))))
        {
            throw new ArgumentException("Needs at least one arm, with positive shapes.", nameof(arms));
        }

        var best = new double[arms.Count];
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = Probability(arms, i);
        }

        return best;
    }

    /// <summary>Over u = F_i(x), which takes the arm's own density out of the integral and with it any pole at 0 or 1.</summary>
    private static double Probability(IReadOnlyList<(double Alpha, double Beta)> arms, int i)
    {
        // The product rises where a rival's distribution does: pieces that end there leave no step unseen.
        SortedSet<double> ends = [0, 0.25, 0.5, 0.75, 1];
        foreach (var (rivalAlpha, rivalBeta) in arms.Where((_, j) => j != i))
        {
            foreach (var share in (ReadOnlySpan<double>)[0.001, 0.5, 0.999])
            {
                var place = BetaDistribution.Quantile(share, rivalAlpha, rivalBeta);
                ends.Add(BetaDistribution.Cdf(place, arms[i].Alpha, arms[i].Beta));
            }
        }

        return ends.Zip(ends.Skip(1), (from, to) => to - from < Tolerance ? 0 : Quadrature.Adaptive(u => AllBelow(arms, i, u), from, to, Tolerance, 20)).Sum();
    }

    private static double AllBelow(IReadOnlyList<(double Alpha, double Beta)> arms, int i, double u)
    {
        if (u is <= 0 or >= 1)
        {
            return u <= 0 ? 0 : 1;
        }

        var x = BetaDistribution.Quantile(u, arms[i].Alpha, arms[i].Beta);
        var product = 1.0;
        for (var j = 0; j < arms.Count; j++)
        {
            product *= j == i ? 1 : BetaDistribution.Cdf(x, arms[j].Alpha, arms[j].Beta);
        }

        return product;
    }
}
