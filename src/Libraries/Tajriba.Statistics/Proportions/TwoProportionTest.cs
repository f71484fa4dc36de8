namespace Tajriba.Statistics;

/// <summary>Result of a test that two shares are equal.</summary>
/// <param name="Z">Pooled z; its square is Pearson's chi-square with one degree of freedom.</param>
/// <param name="P">Two-sided p-value.</param>
/// <param name="ChiSquareWithYates">Chi-square with Yates's continuity correction.</param>
/// <param name="PWithYates">Two-sided p-value with Yates's continuity correction.</param>
public readonly record struct TwoProportionTest(double Z, double P, double ChiSquareWithYates, double PWithYates)
{
    /// <summary>Pearson's chi-square, one degree of freedom.</summary>
    public double ChiSquare => Z * Z;
}
