namespace Tajriba.Statistics;

/// <summary>
/// A satisfaction index of several 1 to 10 questions as the American Customer Satisfaction Index computes it
/// (Fornell et al. 1996, Journal of Marketing 60(4):7-18): (Σ w x̄ − Σ w) / (9 Σ w) · 100.
/// </summary>
/// <param name="Means">Mean of each question.</param>
/// <param name="Index">0 to 100, with a normal interval from the spread of the respondents' own indexes.</param>
/// <param name="StandardDeviation">Of the respondents' own indexes, with n − 1 below.</param>
/// <param name="StandardError">Of the index.</param>
/// <param name="RespondentMean">Mean of the respondents' own indexes; the index again, but for rounding.</param>
public sealed record SatisfactionIndex(double[] Means, Estimate Index, double StandardDeviation, double StandardError, double RespondentMean)
{
    private static readonly SatisfactionScale Scale = new(1, 10);

    /// <summary>Computes the index.</summary>
    /// <param name="scores">A row for each respondent, at least two; a value from 1 to 10 for each question.</param>
    /// <param name="weights">One for each question, 0 or more, not all 0; they need not add up to 1.</param>
    /// <param name="confidence">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">Rows are uneven or fewer than two, weights do not fit them, or a score is off the scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the confidence is outside its range.</exception>
    public static SatisfactionIndex Of(double[][] scores, double[] weights, double confidence = 0.95)
    {
        Guard.Table(scores, 2, 1);
        Guard.Table([weights], 1, 1, nameof(weights));
        Guard.AsMany(weights.Length, scores[0].Length, nameof(weights));
        var sum = weights.Sum();
        Guard.Positive(sum, nameof(weights));
        foreach (var row in scores)
        {
            Scale.Check(row);
        }

        double[] means = [.. weights.Select((_, j) => scores.Average(row => row[j]))];
        var own = SampleSummary.Of(scores.Select(Index).ToArray());
        var error = own.StandardDeviation / Math.Sqrt(own.Count);
        var half = NormalDistribution.ForConfidence(confidence) * error;
        var index = Index(means);
        return new SatisfactionIndex(means, new Estimate(index, index - half, index + half), own.StandardDeviation, error, own.Mean);

        double Index(double[] values) => Scale.ToHundred(values.Zip(weights, (value, weight) => value * weight).Sum() / sum);
    }
}
