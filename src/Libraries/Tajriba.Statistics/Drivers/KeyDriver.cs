namespace Tajriba.Statistics;

/// <summary>How much one predictor drives the outcome, by every common measure; shares are of the outcome's variance.</summary>
/// <param name="Beta">Standardised regression coefficient.</param>
/// <param name="Correlation">Pearson's r with the outcome, −1 to 1.</param>
/// <param name="Shapley">Mean rise of R² over all orders of entry (LMG); adds up to R².</param>
/// <param name="RelativeWeight">Johnson's relative weight; adds up to R².</param>
/// <param name="Pratt">Beta times correlation; adds up to R², may be negative.</param>
/// <param name="First">R² of the predictor alone.</param>
/// <param name="Last">Rise of R² when it enters last.</param>
/// <param name="Inflation">Variance inflation factor: 1/(1 − R² on the other predictors), at least 1.</param>
public sealed record KeyDriver(double Beta, double Correlation, double Shapley, double RelativeWeight, double Pratt, double First, double Last, double Inflation);
