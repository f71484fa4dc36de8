namespace Tajriba.Statistics;

/// <summary>Change of a net promoter score between two independent waves.</summary>
/// <param name="Difference">In points, with its normal interval.</param>
/// <param name="Z">Difference over its standard error; not a number where neither wave varies.</param>
/// <param name="P">Two-sided p-value; not a number where z is none.</param>
public readonly record struct NetPromoterChange(Estimate Difference, double Z, double P);
