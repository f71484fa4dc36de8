namespace Tajriba.Statistics;

/// <summary>One stratum of a stratified sample.</summary>
/// <param name="Population">Units in the stratum, at least the sample's.</param>
/// <param name="Sample">What was measured in it.</param>
public readonly record struct SampledStratum(double Population, SampleSummary Sample);
