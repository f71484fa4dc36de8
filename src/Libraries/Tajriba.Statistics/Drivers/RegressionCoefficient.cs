namespace Tajriba.Statistics;

/// <summary>A coefficient of a regression.</summary>
/// <param name="Value">Change of the outcome (or its log odds) for one unit of the predictor.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="P">Two-sided p-value against 0.</param>
public readonly record struct RegressionCoefficient(double Value, double StandardError, double P)
{
    /// <summary>Value over standard error.</summary>
    public double Statistic => Value / StandardError;

    /// <summary>What a change of the predictor goes along with in the outcome, other predictors held; no proof of what it causes.</summary>
    /// <param name="change">Units of the predictor, finite.</param>
    /// <param name="degrees">Residual degrees of freedom, positive.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Estimate Effect(double change, double degrees, double confidence = 0.95)
    {
        Guard.Finite(change);
        Guard.Positive(degrees);
        Guard.Confidence(confidence);
        var half = StudentDistribution.Quantile((1 + confidence) / 2, degrees) * StandardError * Math.Abs(change);
        return new Estimate(Value * change, (Value * change) - half, (Value * change) + half);
    }
}
