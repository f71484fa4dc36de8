namespace Tajriba.Statistics;

/// <summary>Importance-performance analysis (Martilla and James 1977, Journal of Marketing 41(1):77-79).</summary>
/// <param name="Importance">Where the cross-hairs cut importance.</param>
/// <param name="Performance">Where they cut performance.</param>
public readonly record struct ImportancePerformance(double Importance, double Performance)
{
    /// <summary>A mean of equal values may miss them in its last digit; that must not tell them apart.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Cross-hairs at the means.</summary>
    /// <param name="importance">At least one finite value.</param>
    /// <param name="performance">At least one finite value.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static ImportancePerformance AtMeans(ReadOnlySpan<double> importance, ReadOnlySpan<double> performance)
        => new(SampleSummary.Of(importance).Mean, SampleSummary.Of(performance).Mean);

    /// <summary>Cross-hairs at the medians.</summary>
    /// <param name="importance">At least one finite value.</param>
    /// <param name="performance">At least one finite value.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    public static ImportancePerformance AtMedians(ReadOnlySpan<double> importance, ReadOnlySpan<double> performance)
        => new(Median(importance), Median(performance));

    /// <summary>The quadrant of an attribute; who stands on a line counts as above it.</summary>
    /// <param name="importance">Of the attribute.</param>
    /// <param name="performance">Of the attribute.</param>
    public ImportanceQuadrant Place(double importance, double performance) => (AtLeast(importance, Importance), AtLeast(performance, Performance)) switch
    {
        (true, false) => ImportanceQuadrant.ConcentrateHere,
        (true, true) => ImportanceQuadrant.KeepUpTheGoodWork,
        (false, false) => ImportanceQuadrant.LowPriority,
        (false, true) => ImportanceQuadrant.PossibleOverkill,
    };

    private static bool AtLeast(double value, double line) => value >= line - (Rounding * Math.Abs(line));

    private static double Median(ReadOnlySpan<double> values)
    {
        Guard.Sample(values, 1);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return Quantiles.OfSorted(sorted, 0.5);
    }
}
