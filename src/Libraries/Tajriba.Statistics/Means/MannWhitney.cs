namespace Tajriba.Statistics;

/// <summary>Rank comparison of two independent samples (Mann and Whitney 1947) with mid-ranks and tie correction.</summary>
/// <param name="U">Pairs in which the first sample's value is larger, ties counted as one half (R's W).</param>
/// <param name="ProbabilityOfSuperiority">U divided by the number of pairs: 0.5 where neither tends to be larger.</param>
/// <param name="Z">Normal statistic with tie and continuity correction; 0 where all values are equal.</param>
/// <param name="P">Two-sided p-value of the normal approximation.</param>
public readonly record struct MannWhitney(double U, double ProbabilityOfSuperiority, double Z, double P)
{
    /// <summary>Compares two samples.</summary>
    /// <param name="first">At least one finite value.</param>
    /// <param name="second">At least one finite value.</param>
    /// <exception cref="ArgumentException">A sample is empty or holds a value that is not finite.</exception>
    public static MannWhitney Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Guard.Sample(first, 1);
        Guard.Sample(second, 1);
        var n = first.Length + second.Length;
        var values = new double[n];
        var isFirst = new bool[n];
        first.CopyTo(values);
        second.CopyTo(values.AsSpan(first.Length));
        isFirst.AsSpan(0, first.Length).Fill(true);
        var (rankSum, ties) = MidRanks.SumOf(values, isFirst, 0);
        double n1 = first.Length, n2 = second.Length, total = n;
        var u = rankSum - (n1 * (n1 + 1) / 2);
        var variance = n1 * n2 / 12 * (total + 1 - (ties / (total * (total - 1))));
        var distance = u - (n1 * n2 / 2);
        var z = variance > 0 ? Math.Sign(distance) * Math.Max(0, Math.Abs(distance) - 0.5) / Math.Sqrt(variance) : 0;
        return new MannWhitney(u, u / (n1 * n2), z, NormalDistribution.TwoSided(z));
    }
}
