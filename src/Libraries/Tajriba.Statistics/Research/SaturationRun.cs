namespace Tajriba.Statistics;

/// <summary>What a run of interviews added.</summary>
/// <param name="After">Interviews before the run, the base among them.</param>
/// <param name="Length">Interviews in the run.</param>
/// <param name="NewCodes">Codes of the run that no interview before it had.</param>
/// <param name="Ratio">New codes over the codes of the base; not a number where the base has none.</param>
public readonly record struct SaturationRun(int After, int Length, int NewCodes, double Ratio);
