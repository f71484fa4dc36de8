namespace Tajriba.Statistics;

/// <summary>Units' values drawn towards their common mean by as much as their size warrants.</summary>
/// <param name="Mean">The common mean.</param>
/// <param name="BetweenVariance">Estimated variance of the true values between units; 0 where chance explains all differences.</param>
/// <param name="Units">Each unit's value and interval, in the order given.</param>
/// <param name="Weights">Weight of each unit's own data, 0 (all common mean) to 1 (all its own).</param>
public sealed record ShrunkenUnits(double Mean, double BetweenVariance, IReadOnlyList<Estimate> Units, IReadOnlyList<double> Weights);
