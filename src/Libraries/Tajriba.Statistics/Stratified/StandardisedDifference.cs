namespace Tajriba.Statistics;

/// <summary>Differences in units of the spread, free of sample size: how unlike two groups are (Austin 2009). 0.1 counts as balanced.</summary>
public static class StandardisedDifference
{
    /// <summary>(m1 − m2) ÷ √((s1² + s2²) / 2).</summary>
    /// <param name="first">At least two values.</param>
    /// <param name="second">At least two values.</param>
    /// <returns>0 where neither varies and the means are equal; infinite where neither varies and they differ.</returns>
    /// <exception cref="ArgumentException">A summary is of fewer than two values.</exception>
    public static double OfMeans(SampleSummary first, SampleSummary second)
    {
        first.Check(nameof(first));
        second.Check(nameof(second));
        return Ratio(first.Mean - second.Mean, (first.StandardDeviation * first.StandardDeviation) + (second.StandardDeviation * second.StandardDeviation));
    }

    /// <summary>(p1 − p2) ÷ √((p1·q1 + p2·q2) / 2).</summary>
    /// <param name="successes1">0 to the first trials.</param>
    /// <param name="trials1">At least 1.</param>
    /// <param name="successes2">0 to the second trials.</param>
    /// <param name="trials2">At least 1.</param>
    /// <returns>0 where both shares are the same 0 or 1; infinite where one is 0 and the other 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double OfProportions(long successes1, long trials1, long successes2, long trials2)
    {
        Guard.Counts(successes1, trials1);
        Guard.Counts(successes2, trials2);
        var p1 = (double)successes1 / trials1;
        var p2 = (double)successes2 / trials2;
        return Ratio(p1 - p2, (p1 * (1 - p1)) + (p2 * (1 - p2)));
    }

    private static double Ratio(double difference, double variances) => difference == 0 ? 0 : difference / Math.Sqrt(variances / 2);
}
