using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

public sealed class AgreementTests
{
    // Krippendorff (2011), sections A and B.
    [Fact]
    public void Alpha_of_two_coders_matches_the_printed_examples()
    {
        string?[][] binary = [Split("0 1 0 0 0 0 0 0 1 0"), Split("1 1 1 0 0 1 0 0 0 0")];
        string?[][] nominal = [Split("a a b b d c c c e d d a"), Split("b a b b b c c c e d d d")];
        Assert.Equal(0.095, KrippendorffAlpha.OfLabels(binary), 3);
        Assert.Equal(0.692, KrippendorffAlpha.OfLabels(nominal), 3);
    }

    [Fact]
    public void Alpha_of_numbers_and_of_their_labels_is_the_same()
        => Prop.ForAll(Codes, codes =>
        {
            var numbers = KrippendorffAlpha.Of(codes, KrippendorffMetric.Nominal);
            var labels = KrippendorffAlpha.OfLabels([.. codes.Select(row => row.Select(value => value?.ToString()).ToArray())]);
            Assert.Equal(numbers, labels, 10);
            Assert.True(double.IsNaN(numbers) || numbers <= 1);

            // Interval disagreement does not care where zero is, nor how long a unit is.
            var moved = codes.Select(row => row.Select(value => 7 + (3 * value)).ToArray()).ToArray();
            Assert.Equal(KrippendorffAlpha.Of(codes, KrippendorffMetric.Interval), KrippendorffAlpha.Of(moved, KrippendorffMetric.Interval), 9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Perfect_agreement_is_one_everywhere()
    {
        string?[][] codes = [Split("a b c a b"), Split("a b c a b"), Split("a b c a b")];
        Assert.Equal(1, CoderAgreement.MeanPairwise(codes), 12);
        Assert.Equal([1, 1, 1], CoderAgreement.CohenPairs(codes));
        Assert.Equal(1, CoderAgreement.GwetAc1(codes), 12);
        Assert.Equal(1, KrippendorffAlpha.OfLabels(codes), 12);
        Assert.Equal(1, FleissKappa.Of(CoderAgreement.Counts(codes)).Kappa, 12);
    }

    [Fact]
    public void Gwet_stays_high_where_one_label_is_very_common()
    {
        // Gwet (2008): agreement of 118 in 125 with skewed margins, where kappa collapses.
        double[][] table = [[118, 5], [2, 0]];
        string?[][] codes =
        [
            [.. Enumerable.Repeat("+", 123), .. Enumerable.Repeat("-", 2)],
            [.. Enumerable.Repeat("+", 118), .. Enumerable.Repeat("-", 5), .. Enumerable.Repeat("+", 2)],
        ];
        Assert.True(CohenKappa.Of(table).Kappa < 0);
        Assert.Equal(CohenKappa.Of(table).Kappa, CoderAgreement.CohenPairs(codes)[0], 12);
        Assert.Equal(0.941, CoderAgreement.GwetAc1(codes), 3);
    }

    [Fact]
    public void Weights_make_no_difference_with_two_categories()
    {
        double[][] table = [[20, 5], [10, 15]];
        var plain = CohenKappa.Of(table);
        Assert.Equal(0.4, plain.Kappa, 12);
        Assert.Equal(plain, CohenKappa.Of(table, KappaWeights.Linear));
        Assert.Equal(plain, CohenKappa.Of(table, KappaWeights.Quadratic));
    }

    [Fact]
    public void Alpha_of_copies_is_one_and_scales_do_not_matter_to_the_standardised()
    {
        double[] item = [1, 4, 2, 5, 3, 3], other = [2, 4, 1, 5, 5, 3];
        var copies = CronbachAlpha.Of([item, item, item]);
        Assert.Equal(1, copies.Raw, 12);
        Assert.Equal(1, copies.Standardised, 12);
        double[] longer = [.. other.Select(value => 10 * value)];
        Assert.Equal(CronbachAlpha.Of([item, other]).Standardised, CronbachAlpha.Of([item, longer]).Standardised, 12);
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of([item, [2, 2, 2, 2, 2, 2]]));
    }

    private static Arbitrary<double?[][]> Codes
        => (from coders in Gen.Choose(2, 4)
            from units in Gen.Choose(2, 8)
            from values in Gen.Choose(0, 4).Select(value => value == 0 ? (double?)null : value).ArrayOf(coders * units)
            select values.Chunk(units).ToArray()).ToArbitrary();

    private static string?[] Split(string labels) => labels.Split(' ');
}
