namespace Tajriba.Statistics;

/// <summary>What a comparison of means needs to know of a sample.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">With n − 1 below; 0 for a single value.</param>
public readonly record struct SampleSummary(long Count, double Mean, double StandardDeviation)
{
    /// <summary>Summarizes a sample in one pass (Welford 1962).</summary>
    /// <param name="sample">At least one finite value.</param>
    /// <exception cref="ArgumentException">The sample is empty or holds a value that is not finite.</exception>
    public static SampleSummary Of(ReadOnlySpan<double> sample)
    {
        Guard.Sample(sample, 1);
        double mean = 0, squares = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            var delta = sample[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (sample[i] - mean);
        }

        return new SampleSummary(sample.Length, mean, sample.Length < 2 ? 0 : Math.Sqrt(squares / (sample.Length - 1)));
    }

    internal void Check(string name)
    {
        if (Count < 2 || !double.IsFinite(Mean) || !(StandardDeviation >= 0) || double.IsInfinity(StandardDeviation))
        {
            throw new ArgumentException("Needs at least two values with a finite mean and deviation.", name);
        }
    }
}
