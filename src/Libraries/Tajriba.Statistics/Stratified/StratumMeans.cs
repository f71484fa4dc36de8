namespace Tajriba.Statistics;

/// <summary>One stratum of a comparison of means.</summary>
/// <param name="Exposed">Summary of the exposed.</param>
/// <param name="Unexposed">Summary of the unexposed.</param>
public readonly record struct StratumMeans(SampleSummary Exposed, SampleSummary Unexposed);
