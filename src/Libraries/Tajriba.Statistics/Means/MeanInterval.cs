namespace Tajriba.Statistics;

/// <summary>The mean of one sample with Student's interval.</summary>
public static class MeanInterval
{
    /// <summary>Mean ± t · s / √n.</summary>
    /// <param name="sample">At least two values.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The summary is of fewer than two values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public static Estimate Student(SampleSummary sample, double confidence = 0.95)
    {
        sample.Check(nameof(sample));
        Guard.Confidence(confidence);
        var half = StudentDistribution.Quantile((1 + confidence) / 2, sample.Count - 1) * sample.StandardDeviation / Math.Sqrt(sample.Count);
        return new Estimate(sample.Mean, sample.Mean - half, sample.Mean + half);
    }
}
