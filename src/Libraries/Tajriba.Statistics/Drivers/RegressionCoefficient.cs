namespace Tajriba.Statistics;

/// <summary>A coefficient of a regression.</summary>
/// <param name="Value">Change of the outcome (or its log odds) for one unit of the predictor.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="P">Two-sided p-value against 0.</param>
public readonly record struct RegressionCoefficient(double Value, double StandardError, double P)
{
    /// <summary>Value over standard error.</summary>
    public double Statistic => Value / StandardError;
}
