namespace Tajriba.Statistics;

/// <summary>One look at a running comparison.</summary>
/// <param name="Count">Observations in each arm so far.</param>
/// <param name="Difference">Share of the second arm minus share of the first.</param>
/// <param name="Variance">V = p_a(1 − p_a) + p_b(1 − p_b).</param>
/// <param name="Ratio">Λ, the mixture likelihood ratio; null while V is 0 and nothing can be said.</param>
/// <param name="P">Always-valid p-value so far: never rises, and may be read at any look.</param>
public readonly record struct AlwaysValidLook(int Count, double Difference, double Variance, double? Ratio, double P);
