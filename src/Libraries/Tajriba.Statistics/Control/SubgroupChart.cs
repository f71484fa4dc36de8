namespace Tajriba.Statistics;

/// <summary>Charts of the means, ranges and standard deviations of samples of equal size (Montgomery, ch. 6).</summary>
/// <param name="Mean">Mean of all sample means.</param>
/// <param name="MeanRange">Mean of the ranges, R̄.</param>
/// <param name="RangeSigma">R̄/d2: standard deviation of single values.</param>
/// <param name="ByRange">Limits of the means from the ranges: x̿ ± A2 R̄.</param>
/// <param name="Ranges">Limits of the ranges: D3 R̄ to D4 R̄.</param>
/// <param name="MeanDeviation">Mean of the sample standard deviations, s̄.</param>
/// <param name="ByDeviation">Limits of the means from the standard deviations: x̿ ± A3 s̄.</param>
/// <param name="Deviations">Limits of the standard deviations: B3 s̄ to B4 s̄.</param>
public sealed record SubgroupChart(
    double Mean,
    double MeanRange,
    double RangeSigma,
    ControlLimits ByRange,
    ControlLimits Ranges,
    double MeanDeviation,
    ControlLimits ByDeviation,
    ControlLimits Deviations)
{
    /// <summary>Draws the charts.</summary>
    /// <param name="samples">At least two samples of the same size, 2 to 1,000 finite values each.</param>
    /// <exception cref="ArgumentException">There are fewer than two samples, or they are not of one size, or a value is not finite.</exception>
    public static SubgroupChart Of(IReadOnlyList<IReadOnlyList<double>> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 2)
        {
            throw new ArgumentException("Needs at least two samples.", nameof(samples));
        }

        var size = samples[0].Count;
        if (size is < 2 or > 1_000)
        {
            throw new ArgumentException("A sample needs 2 to 1,000 values.", nameof(samples));
        }

        double mean = 0, range = 0, deviation = 0;
        foreach (var sample in Rows.Rectangle(samples, size))
        {
            var summary = SampleSummary.Of(sample);
            mean += summary.Mean / samples.Count;
            range += (sample.Max() - sample.Min()) / samples.Count;
            deviation += summary.StandardDeviation / samples.Count;
        }

        var constants = ControlConstants.For(size);
        return new SubgroupChart(
            mean,
            range,
            range / constants.D2,
            new ControlLimits(mean - (constants.A2 * range), mean + (constants.A2 * range)),
            new ControlLimits(constants.RangeLower * range, constants.RangeUpper * range),
            deviation,
            new ControlLimits(mean - (constants.A3 * deviation), mean + (constants.A3 * deviation)),
            new ControlLimits(constants.DeviationLower * deviation, constants.DeviationUpper * deviation));
    }
}
