using System.Numerics;

namespace Tajriba.Statistics;

/// <summary>
/// Which predictors drive an outcome: least squares, LMG (Lindeman, Merenda and Gold 1980; Grömping, Journal of Statistical
/// Software 2006, 17:1), relative weights (Johnson, Multivariate Behavioral Research 2000, 35:1), Pratt 1987.
/// </summary>
/// <param name="RSquared">Share of the outcome's variance explained, 0 to 1.</param>
/// <param name="AdjustedRSquared">1 − (1 − R²)(n − 1)/(n − p − 1).</param>
/// <param name="F">F statistic of the whole regression, with as many degrees as predictors over <paramref name="ResidualDegrees"/>.</param>
/// <param name="ResidualDegrees">n − p − 1.</param>
/// <param name="Coefficients">The intercept, then one a predictor, in the units of the data.</param>
/// <param name="Drivers">One a predictor.</param>
public sealed record KeyDrivers(
    double RSquared,
    double AdjustedRSquared,
    double F,
    int ResidualDegrees,
    IReadOnlyList<RegressionCoefficient> Coefficients,
    IReadOnlyList<KeyDriver> Drivers)
{
    /// <summary>All orders of entry are weighed, 2^p regressions; more predictors than this would take minutes.</summary>
    public const int MostPredictors = 18;

    /// <summary>Analyses complete rows.</summary>
    /// <param name="outcome">Finite, not constant, at least two values more than predictors.</param>
    /// <param name="predictors">1 to <see cref="MostPredictors"/> columns as long as the outcome, finite, not constant, none a combination of others.</param>
    /// <exception cref="ArgumentException">The columns do not fit, there are too few rows, a column is constant, or the predictors are collinear.</exception>
    public static KeyDrivers Of(ReadOnlySpan<double> outcome, IReadOnlyList<IReadOnlyList<double>> predictors)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        var p = predictors.Count;
        if (p is 0 or > MostPredictors)
        {
            throw new ArgumentException($"Needs 1 to {MostPredictors} predictors.", nameof(predictors));
        }

        var n = outcome.Length;
        Guard.Sample(outcome, p + 2);
        var columns = Rows.Rectangle(predictors, n);
        var y = Standard(outcome, nameof(outcome));
        var x = Array.ConvertAll(columns, column => Standard(column, nameof(predictors)));
        var between = LinearAlgebra.Zero(p, p);
        var with = new double[p];
        for (var i = 0; i < p; i++)
        {
            with[i] = LinearAlgebra.Dot(x[i], y);
            for (var j = 0; j < p; j++)
            {
                between[i][j] = LinearAlgebra.Dot(x[i], x[j]);
            }
        }

        var inverse = LinearAlgebra.Inverse(between) ?? throw new ArgumentException("The predictors are collinear.", nameof(predictors));
        var beta = LinearAlgebra.Multiply(inverse, with);
        var explained = Explained(between, with);
        var all = explained[^1];
        var shapley = Shapley(explained, p);
        var weights = RelativeWeights(between, with);
        var drivers = new KeyDriver[p];
        for (var j = 0; j < p; j++)
        {
            drivers[j] = new KeyDriver(
                beta[j],
                with[j],
                shapley[j],
                weights[j],
                beta[j] * with[j],
                explained[1 << j],
                all - explained[explained.Length - 1 - (1 << j)],
                inverse[j][j]);
        }

        var degrees = n - p - 1;
        var free = Math.Max(0, 1 - all) / degrees;
        return new KeyDrivers(all, 1 - (free * (n - 1)), all / p / free, degrees, Regression(outcome, columns, beta, inverse, free), drivers);
    }

    internal static double[] Standard(ReadOnlySpan<double> column, string name)
    {
        var summary = SampleSummary.Of(column);
        var length = summary.StandardDeviation * Math.Sqrt(column.Length - 1);
        if (!(summary.StandardDeviation > 1e-13 * Math.Abs(summary.Mean)))
        {
            throw new ArgumentException("A column is constant.", name);
        }

        var standard = new double[column.Length];
        for (var i = 0; i < standard.Length; i++)
        {
            standard[i] = (column[i] - summary.Mean) / length;
        }

        return standard;
    }

    /// <summary>R² of every subset of predictors; bit j of the index says that j is in.</summary>
    internal static double[] Explained(double[][] between, double[] with)
    {
        var explained = new double[1 << with.Length];
        for (var subset = 1; subset < explained.Length; subset++)
        {
            int[] members = [.. Enumerable.Range(0, with.Length).Where(j => (subset & (1 << j)) != 0)];
            var part = Array.ConvertAll(members, i => Array.ConvertAll(members, j => between[i][j]));
            var beta = LinearAlgebra.Solve(part, Array.ConvertAll(members, i => new[] { with[i] }))
                ?? throw new ArgumentException("The predictors are collinear.", "predictors");
            explained[subset] = members.Select((j, i) => with[j] * beta[i][0]).Sum();
        }

        return explained;
    }

    internal static double[] Shapley(double[] explained, int p)
    {
        var share = new double[p];
        var weights = Enumerable.Range(0, p).Select(size => Math.Exp(SpecialFunctions.LogGamma(size + 1) + SpecialFunctions.LogGamma(p - size) - SpecialFunctions.LogGamma(p + 1))).ToArray();
        for (var subset = 0; subset < explained.Length; subset++)
        {
            var weight = weights[Math.Min(BitOperations.PopCount((uint)subset), p - 1)];
            for (var j = 0; j < p; j++)
            {
                if ((subset & (1 << j)) == 0)
                {
                    share[j] += weight * (explained[subset | (1 << j)] - explained[subset]);
                }
            }
        }

        return share;
    }

    /// <summary>With R = V Δ² Vᵀ the root Λ = V Δ Vᵀ links predictors to their nearest orthogonal twins, and ε = Λ² (Λ⁻¹ r)².</summary>
    internal static double[] RelativeWeights(double[][] between, double[] with)
    {
        var p = with.Length;
        var (values, vectors) = LinearAlgebra.SymmetricEigen(between);
        var root = LinearAlgebra.Zero(p, p);
        var twins = new double[p];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                for (var k = 0; k < p; k++)
                {
                    var product = vectors[i][k] * vectors[j][k];
                    root[i][j] += product * Math.Sqrt(values[k]);
                    twins[i] += product / Math.Sqrt(values[k]) * with[j];
                }
            }
        }

        return Array.ConvertAll(root, row => row.Select((link, k) => link * link * twins[k] * twins[k]).Sum());
    }

    private static RegressionCoefficient[] Regression(ReadOnlySpan<double> outcome, double[][] columns, double[] beta, double[][] inverse, double free)
    {
        var p = columns.Length;
        var degrees = outcome.Length - p - 1;
        var y = SampleSummary.Of(outcome);
        var x = Array.ConvertAll(columns, column => SampleSummary.Of(column));
        var slopes = beta.Select((b, j) => b * y.StandardDeviation / x[j].StandardDeviation).ToArray();
        var errors = beta.Select((_, j) => y.StandardDeviation / x[j].StandardDeviation * Math.Sqrt(free * inverse[j][j])).ToArray();

        // Var(intercept) = s² (1/n + m' (X'X)⁻¹ m), with X centred and m the means.
        var spread = 1.0 / outcome.Length;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                spread += x[i].Mean / x[i].StandardDeviation * inverse[i][j] * x[j].Mean / x[j].StandardDeviation / (outcome.Length - 1);
            }
        }

        var residual = y.StandardDeviation * Math.Sqrt(free * (outcome.Length - 1));
        var intercept = y.Mean - slopes.Select((slope, j) => slope * x[j].Mean).Sum();
        return
        [
            Coefficient(intercept, residual * Math.Sqrt(spread), degrees),
            .. slopes.Select((slope, j) => Coefficient(slope, errors[j], degrees)),
        ];
    }

    private static RegressionCoefficient Coefficient(double value, double error, int degrees)
        => new(value, error, error > 0 ? StudentDistribution.TwoSided(value / error, degrees) : value == 0 ? 1 : 0);
}
