using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

/// <summary>Exact tests and distributions against counting, closed forms and printed values.</summary>
public sealed class ExactTests
{
    [Fact]
    public void Fisher_matches_the_lady_tasting_tea() => Assert.Equal(34 / 70.0, FisherExact.TwoSided(3, 4, 1, 4), 12);

    [Fact]
    public void Fisher_matches_a_count_of_all_tables()
        => Prop.ForAll(Pairs, pair =>
        {
            var ((x1, n1), (x2, n2)) = pair;
            var chances = Enumerable.Range(0, (int)n1 + 1).Where(x => x <= x1 + x2 && x1 + x2 - x <= n2)
                .ToDictionary(x => (long)x, x => Choose(n1, x) * Choose(n2, x1 + x2 - x));
            var expected = chances.Values.Where(chance => chance <= chances[x1] * (1 + 1e-7)).Sum() / chances.Values.Sum();
            Assert.Equal(expected, FisherExact.TwoSided(x1, n1, x2, n2), 9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Beta_comparison_matches_its_closed_sum()
        => Prop.ForAll(Pairs, pair =>
        {
            var ((x1, n1), (x2, n2)) = pair;
            double a1 = x1 + 1, b1 = n1 - x1 + 1, a2 = x2 + 1, b2 = n2 - x2 + 1;

            // P(first > second) = Σ B(a2 + i, b1 + b2) / ((b1 + i) B(1 + i, b1) B(a2, b2)) over i below a1.
            var expected = Enumerable.Range(0, (int)a1)
                .Sum(i => Math.Exp(LogBeta(a2 + i, b1 + b2) - LogBeta(1 + i, b1) - LogBeta(a2, b2)) / (b1 + i));
            Assert.Equal(expected, BetaComparison.ProbabilityFirstIsLarger(a1, b1, a2, b2), 9);
            Assert.Equal(1 - expected, BetaComparison.ProbabilityFirstIsLarger(a2, b2, a1, b1), 9);

            // What one may lose less what the other may lose is the difference of the means.
            Assert.Equal(
                (a2 / (a2 + b2)) - (a1 / (a1 + b1)),
                BetaComparison.ExpectedLossOfFirst(a1, b1, a2, b2) - BetaComparison.ExpectedLossOfFirst(a2, b2, a1, b1),
                9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Wilcoxon_matches_a_count_of_all_signs()
    {
        double[] first = [5.1, 3.2, 7.7, 1.5, 9.9, 4.4, 6.0], second = [4.0, 3.5, 5.5, 2.2, 5.2, 5.0, 1.1];
        var ranks = first.Zip(second, (x, y) => Math.Abs(x - y)).ToArray();
        var order = ranks.Select(size => ranks.Count(other => other <= size)).ToArray();
        var v = first.Zip(second, (x, y) => x > y).Zip(order, (positive, rank) => positive ? rank : 0).Sum();
        var sums = Enumerable.Range(0, 1 << 7).Select(signs => order.Where((_, i) => (signs >> i & 1) == 1).Sum()).ToArray();
        var greater = WilcoxonSignedRank.Compare(first, second, Alternative.Greater);
        Assert.Equal((v, true), (greater.V, greater.IsExact));
        Assert.Equal(sums.Count(sum => sum >= v) / 128.0, greater.P, 12);
        Assert.Equal(sums.Count(sum => sum <= v) / 128.0, WilcoxonSignedRank.Compare(first, second, Alternative.Less).P, 12);
        Assert.Equal(Math.Min(1, 2 * greater.P), WilcoxonSignedRank.Compare(first, second).P, 12);
        Assert.InRange(WilcoxonSignedRank.Compare(first, second, Alternative.Greater, exact: false).P / greater.P, 0.8, 1.25);
    }

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(-1.7, 12)]
    [InlineData(2.4, 250)]
    public void Noncentral_t_without_shift_is_students(double t, double degrees)
        => Assert.Equal(StudentDistribution.Cdf(t, degrees), NoncentralStudentDistribution.Cdf(t, degrees, 0), 10);

    [Fact]
    public void Noncentral_t_matches_its_integral()
    {
        // P(Z + δ ≤ t · S) by steps over S = √(χ² / ν).
        const double t = 2.1, degrees = 14, shift = 1.3;
        var sum = 0.0;
        for (var s = 0.0005; s < 4; s += 0.001)
        {
            sum += NormalDistribution.Cdf((t * s) - shift)
                * (ChiSquareDistribution.Cdf(degrees * Math.Pow(s + 0.0005, 2), degrees) - ChiSquareDistribution.Cdf(degrees * Math.Pow(s - 0.0005, 2), degrees));
        }

        Assert.Equal(sum, NoncentralStudentDistribution.Cdf(t, degrees, shift), 6);
        Assert.Equal(0.9, SampleSize.PowerOfTwoMeans(SampleSize.TwoMeans(0.3, 1.1, 0.9), 0.3, 1.1), 9);
    }

    private static Arbitrary<((long X, long N), (long X, long N))> Pairs
        => (from n1 in Gen.Choose(1, 40)
            from x1 in Gen.Choose(0, n1)
            from n2 in Gen.Choose(1, 40)
            from x2 in Gen.Choose(0, n2)
            select (((long)x1, (long)n1), ((long)x2, (long)n2))).ToArbitrary();

    private static double Choose(long n, long k) => Enumerable.Range(1, (int)k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);

    private static double LogBeta(double a, double b) => SpecialFunctions.LogGamma(a) + SpecialFunctions.LogGamma(b) - SpecialFunctions.LogGamma(a + b);
}
