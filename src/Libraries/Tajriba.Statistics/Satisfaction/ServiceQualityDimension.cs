namespace Tajriba.Statistics;

/// <summary>One dimension of service quality.</summary>
/// <param name="Gap">Mean of perception minus expectation over the respondents; negative where service falls short.</param>
/// <param name="StandardDeviation">Of the respondents' gaps, with n − 1 below.</param>
/// <param name="Perception">Mean perception.</param>
/// <param name="Expectation">Mean expectation.</param>
/// <param name="T">Gap over its standard error, n − 1 degrees of freedom; not a number where all respondents have the same gap.</param>
public readonly record struct ServiceQualityDimension(double Gap, double StandardDeviation, double Perception, double Expectation, double T);
