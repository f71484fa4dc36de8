namespace Tajriba.Statistics;

/// <summary>
/// Two-sided boundaries of z for equally spaced looks at a running comparison, so that all looks together err with the
/// chosen probability (Jennison and Turnbull, Group Sequential Methods, 2000), by the recursive integration of Armitage,
/// McPherson and Rowe (Journal of the Royal Statistical Society A 1969, 132:235).
/// </summary>
public static class SequentialBoundaries
{
    /// <summary>The most looks that are computed.</summary>
    public const int MostLooks = 50;

    /// <summary>Pocock (Biometrika 1977, 64:191): the same boundary at every look.</summary>
    /// <param name="looks">1 to <see cref="MostLooks"/>.</param>
    /// <param name="alpha">Two-sided error over all looks, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<double> Pocock(int looks, double alpha = 0.05)
        => Constant(looks, alpha, (constant, _) => constant);

    /// <summary>O'Brien and Fleming (Biometrics 1979, 35:549): z_k = C √(K/k), strict at first and nearly the usual value at the end.</summary>
    /// <param name="looks">1 to <see cref="MostLooks"/>.</param>
    /// <param name="alpha">Two-sided error over all looks, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<double> OBrienFleming(int looks, double alpha = 0.05)
        => Constant(looks, alpha, (constant, look) => constant * Math.Sqrt((double)looks / look));

    /// <summary>Lan and DeMets (Biometrika 1983, 70:659) with the spending 4(1 − Φ(z_(1−α/4)/√t)), like O'Brien and Fleming.</summary>
    /// <param name="looks">1 to <see cref="MostLooks"/>.</param>
    /// <param name="alpha">Two-sided error over all looks, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<double> SpendingLate(int looks, double alpha = 0.05)
    {
        Guard.OpenUnit(alpha);
        var z = NormalDistribution.Quantile(1 - (alpha / 4));
        return Spending(looks, alpha, t => 4 * NormalDistribution.Cdf(-z / Math.Sqrt(t)));
    }

    /// <summary>Lan and DeMets with the spending α ln(1 + (e − 1)t), like Pocock.</summary>
    /// <param name="looks">1 to <see cref="MostLooks"/>.</param>
    /// <param name="alpha">Two-sided error over all looks, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<double> SpendingEvenly(int looks, double alpha = 0.05)
        => Spending(looks, alpha, t => alpha * Math.Log(1 + ((Math.E - 1) * t)));

    /// <summary>Boundaries for any spending function.</summary>
    /// <param name="looks">1 to <see cref="MostLooks"/>.</param>
    /// <param name="alpha">Two-sided error over all looks, strictly between 0 and 1.</param>
    /// <param name="spent">Error spent up to a share t of the observations, rising, α at t = 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IReadOnlyList<double> Spending(int looks, double alpha, Func<double, double> spent)
    {
        Check(looks, alpha);
        ArgumentNullException.ThrowIfNull(spent);
        var boundaries = new double[looks];
        var state = Walk.Start;
        var before = 0.0;
        for (var look = 1; look <= looks; look++)
        {
            var now = spent((double)look / looks);
            var share = Math.Max(0, now - before);
            var at = look;
            boundaries[look - 1] = Roots.Rising(z => -state.Beyond(z * Math.Sqrt(at)), -share, 0, 40);
            state = state.Next(boundaries[look - 1] * Math.Sqrt(look));
            before = now;
        }

        return boundaries;
    }

    private static double[] Constant(int looks, double alpha, Func<double, int, double> shape)
    {
        Check(looks, alpha);
        var constant = Roots.Rising(c => -Error(looks, look => shape(c, look)), -alpha, 0, 40);
        return [.. Enumerable.Range(1, looks).Select(look => shape(constant, look))];
    }

    /// <summary>Probability that z passes the boundary at any look although nothing differs.</summary>
    private static double Error(int looks, Func<int, double> boundary)
    {
        var state = Walk.Start;
        var error = 0.0;
        for (var look = 1; look <= looks; look++)
        {
            var limit = boundary(look) * Math.Sqrt(look);
            error += state.Beyond(limit);
            state = state.Next(limit);
        }

        return error;
    }

    private static void Check(int looks, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(looks, MostLooks);
        Guard.OpenUnit(alpha);
    }

    /// <summary>A random walk of standard normal steps that has stayed within all limits so far: its density where it may be.</summary>
    private sealed record Walk(double[] Places, double[] Masses)
    {
        public static Walk Start { get; } = new([0], [1]);

        /// <summary>Probability to be beyond ±limit after one more step.</summary>
        public double Beyond(double limit)
        {
            var sum = 0.0;
            for (var i = 0; i < Places.Length; i++)
            {
                sum += Masses[i] * (NormalDistribution.Cdf(Places[i] - limit) + NormalDistribution.Cdf(-Places[i] - limit));
            }

            return sum;
        }

        /// <summary>The walk after one more step, where it stayed within ±limit.</summary>
        public Walk Next(double limit)
        {
            // Boundaries far out would spread the nodes over places that the walk never sees.
            var reach = Math.Min(limit, Places.Max(Math.Abs) + 9);
            var (nodes, weights) = Quadrature.GaussLegendre(24 + (int)(5 * reach));
            var places = Array.ConvertAll(nodes, node => node * reach);
            var masses = new double[places.Length];
            for (var i = 0; i < places.Length; i++)
            {
                for (var j = 0; j < Places.Length; j++)
                {
                    var step = places[i] - Places[j];
                    masses[i] += Masses[j] * Math.Exp(-step * step / 2);
                }

                masses[i] *= weights[i] * reach / Math.Sqrt(2 * Math.PI);
            }

            return new Walk(places, masses);
        }
    }
}
