namespace Tajriba.Statistics;

/// <summary>How sure one may be of a driver's part.</summary>
/// <param name="Shapley">Mean rise of R² over all orders of entry (LMG).</param>
/// <param name="RelativeWeight">Johnson's relative weight.</param>
/// <param name="ShapleyShare">LMG as a share of R², 0 to 1.</param>
/// <param name="RelativeShare">The relative weight as a share of R², 0 to 1.</param>
public sealed record DriverInterval(Estimate Shapley, Estimate RelativeWeight, Estimate ShapleyShare, Estimate RelativeShare);
