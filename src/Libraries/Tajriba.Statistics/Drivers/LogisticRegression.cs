namespace Tajriba.Statistics;

/// <summary>
/// Logistic regression by maximum likelihood, iteratively reweighted least squares (McCullagh and Nelder, Generalized
/// Linear Models, 1989, 4.4).
/// </summary>
/// <param name="Coefficients">The intercept, then one a predictor, on the scale of log odds; p-values from the normal distribution (Wald).</param>
/// <param name="LogLikelihood">At the maximum.</param>
/// <param name="NullLogLikelihood">Of the intercept alone.</param>
/// <param name="Count">Sum of the weights: the number of observations.</param>
/// <param name="Fitted">Probability of the outcome for each row, strictly between 0 and 1.</param>
public sealed record LogisticRegression(
    IReadOnlyList<RegressionCoefficient> Coefficients,
    double LogLikelihood,
    double NullLogLikelihood,
    double Count,
    IReadOnlyList<double> Fitted)
{
    private const int MostSteps = 100;
    private const string Separated = "The predictors tell the outcomes apart completely (or are collinear): there is no maximum.";

    /// <summary>−2 log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>−2 log-likelihood of the intercept alone.</summary>
    public double NullDeviance => -2 * NullLogLikelihood;

    /// <summary>Akaike's criterion: deviance plus twice the number of coefficients.</summary>
    public double Aic => Deviance + (2 * Coefficients.Count);

    /// <summary>Fits the model.</summary>
    /// <param name="outcome">0 or 1, both present among rows of positive weight.</param>
    /// <param name="predictors">Columns as long as the outcome, finite; may be none.</param>
    /// <param name="weights">How often each row was seen, not negative; once each where empty.</param>
    /// <exception cref="ArgumentException">
    /// The lists do not fit, the outcome is not of both 0 and 1, the predictors are collinear, or they separate the outcomes so
    /// that the likelihood has no maximum.
    /// </exception>
    public static LogisticRegression Fit(ReadOnlySpan<double> outcome, IReadOnlyList<IReadOnlyList<double>> predictors, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        var n = outcome.Length;
        var columns = Rows.Rectangle(predictors, n);
        var counts = weights.IsEmpty ? Enumerable.Repeat(1.0, n).ToArray() : weights.ToArray();
        Check(outcome, counts);
        var y = outcome.ToArray();
        var rows = new double[n][];
        for (var i = 0; i < n; i++)
        {
            rows[i] = [1, .. columns.Select(column => column[i])];
        }

        var total = counts.Sum();
        var share = LinearAlgebra.Dot(counts, y) / total;
        var start = new double[columns.Length + 1];
        start[0] = Math.Log(share / (1 - share));
        var none = (total * share * Math.Log(share)) + (total * (1 - share) * Math.Log(1 - share));
        var (beta, inverse) = Climb(rows, y, counts, start);
        return new LogisticRegression(
            [.. beta.Select((value, j) => Coefficient(value, Math.Sqrt(inverse[j][j])))],
            LogLikelihoodAt(rows, y, counts, beta),
            none,
            total,
            Array.ConvertAll(rows, row => Probability(LinearAlgebra.Dot(row, beta))));
    }

    private static (double[] Beta, double[][] Inverse) Climb(double[][] rows, double[] y, double[] counts, double[] start)
    {
        var beta = start;
        var reached = LogLikelihoodAt(rows, y, counts, beta);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, information) = Derivatives(rows, y, counts, beta);
            var inverse = LinearAlgebra.Inverse(information) ?? throw new ArgumentException(Separated, "predictors");
            var move = LinearAlgebra.Multiply(inverse, gradient);

            // A full step may overshoot where the start is poor; a halved one in the same direction cannot for ever.
            var next = Add(beta, move);
            var value = LogLikelihoodAt(rows, y, counts, next);
            for (var half = 0; half < 30 && !(value >= reached - (1e-12 * Math.Abs(reached))); half++)
            {
                move = Array.ConvertAll(move, part => part / 2);
                next = Add(beta, move);
                value = LogLikelihoodAt(rows, y, counts, next);
            }

            var settled = move.Zip(beta, (part, at) => Math.Abs(part) / (Math.Abs(at) + 0.1)).Max() < 1e-10;
            (beta, reached) = (next, value);
            if (settled)
            {
                return (beta, inverse);
            }
        }

        throw new ArgumentException(Separated, "predictors");
    }

    private static (double[] Gradient, double[][] Information) Derivatives(double[][] rows, double[] y, double[] counts, double[] beta)
    {
        var k = beta.Length;
        var gradient = new double[k];
        var information = LinearAlgebra.Zero(k, k);
        for (var i = 0; i < rows.Length; i++)
        {
            var p = Probability(LinearAlgebra.Dot(rows[i], beta));
            for (var a = 0; a < k; a++)
            {
                gradient[a] += counts[i] * (y[i] - p) * rows[i][a];
                for (var b = 0; b < k; b++)
                {
                    information[a][b] += counts[i] * p * (1 - p) * rows[i][a] * rows[i][b];
                }
            }
        }

        return (gradient, information);
    }

    private static double LogLikelihoodAt(double[][] rows, double[] y, double[] counts, double[] beta)
    {
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            // log p or log(1 − p), whichever was seen, without overflow.
            var seen = LinearAlgebra.Dot(rows[i], beta) * (y[i] == 1 ? 1 : -1);
            sum -= counts[i] * (seen > 0 ? SpecialFunctions.Log1P(Math.Exp(-seen)) : SpecialFunctions.Log1P(Math.Exp(seen)) - seen);
        }

        return sum;
    }

    private static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double[] Add(double[] left, double[] right) => [.. left.Zip(right, (x, y) => x + y)];

    private static RegressionCoefficient Coefficient(double value, double error) => new(value, error, NormalDistribution.TwoSided(value / error));

    private static void Check(ReadOnlySpan<double> outcome, double[] counts)
    {
        if (counts.Length != outcome.Length || !Array.TrueForAll(counts, count => count >= 0 && double.IsFinite(count)))
        {
            throw new ArgumentException("Needs one weight for each row, not negative.", "weights");
        }

        double ones = 0, zeros = 0;
        for (var i = 0; i < outcome.Length; i++)
        {
            if (outcome[i] is not (0 or 1))
            {
                throw new ArgumentException("Every value must be 0 or 1.", nameof(outcome));
            }

            ones += counts[i] * outcome[i];
            zeros += counts[i] * (1 - outcome[i]);
        }

        if (!(ones > 0 && zeros > 0))
        {
            throw new ArgumentException("Needs both 0 and 1.", nameof(outcome));
        }
    }
}
