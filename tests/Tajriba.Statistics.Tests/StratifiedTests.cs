using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

public sealed class StratifiedTests
{
    // Admissions to Berkeley by department: admitted men of all men, admitted women of all women.
    private static readonly StratumCounts[] Berkeley =
    [
        new(512, 825, 89, 108), new(353, 560, 17, 25), new(120, 325, 202, 593),
        new(138, 417, 131, 375), new(53, 191, 94, 393), new(22, 373, 24, 341),
    ];

    [Fact]
    public void Odds_ratio_matches_r_on_the_berkeley_admissions()
    {
        // R: mantelhaen.test(UCBAdmissions) prints 0.9046968 and 0.7719074 to 1.0603298.
        var effect = MantelHaenszel.Compare(Berkeley)!;
        Assert.Equal(0.9046968, effect.OddsRatio.Value, 7);
        Assert.Equal(0.7719074, effect.OddsRatio.Lower, 7);
        Assert.Equal(1.0603298, effect.OddsRatio.Upper, 7);
        Assert.True(effect.CrudeRiskDifference.Lower > 0.1, "The crude comparison favours men");
        Assert.True(effect.RiskDifference.Contains(0), "The adjusted one does not");
    }

    [Fact]
    public void One_stratum_is_the_plain_difference()
    {
        var effect = MantelHaenszel.Compare([new(56, 70, 48, 80)])!;
        Assert.Equal(0.2, effect.RiskDifference.Value, 12);
        var wald = Math.Sqrt((0.8 * 0.2 / 70) + (0.6 * 0.4 / 80));
        Assert.Equal(wald, effect.StandardErrorGreenlandRobins, 12);
        Assert.Equal(wald, effect.StandardError, 3);
    }

    [Fact]
    public void Exchanging_the_groups_changes_the_sign_alone()
        => Prop.ForAll(Strata, strata =>
        {
            var there = MantelHaenszel.Compare(strata);
            var back = MantelHaenszel.Compare([.. strata.Select(s => new StratumCounts(s.UnexposedEvents, s.Unexposed, s.ExposedEvents, s.Exposed))]);
            Assert.Equal(there!.RiskDifference.Value, -back!.RiskDifference.Value, 10);
            Assert.Equal(there.StandardError, back.StandardError, 10);
            Assert.True(there.RiskDifference.Contains(there.RiskDifference.Value));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(6, 150)]
    [InlineData(120, 6)]
    public void Sato_interval_covers_a_confounded_effect_in_few_large_and_many_sparse_strata(int strata, int size)
    {
        const double effect = 0.1;
        var random = new Random(7);
        int covered = 0, crude = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var data = new StratumCounts[strata];
            for (var k = 0; k < strata; k++)
            {
                var place = (k + 0.5) / strata;
                var risk = 0.1 + (0.5 * place);
                long a = 0, n1 = 0, b = 0, n0 = 0;
                for (var i = 0; i < size; i++)
                {
                    var exposed = random.NextDouble() < 0.2 + (0.6 * place);
                    var happened = random.NextDouble() < risk + (exposed ? effect : 0) ? 1 : 0;
                    (a, n1, b, n0) = exposed ? (a + happened, n1 + 1, b, n0) : (a, n1, b + happened, n0 + 1);
                }

                data[k] = new StratumCounts(a, n1, b, n0);
            }

            var result = MantelHaenszel.Compare(data)!;
            covered += result.RiskDifference.Contains(effect) ? 1 : 0;
            crude += result.CrudeRiskDifference.Contains(effect) ? 1 : 0;
        }

        Assert.InRange(covered / 2_000.0, 0.935, 0.965);
        Assert.True(crude < 1_900, "Without strata the interval misses more often");
    }

    [Fact]
    public void Strata_of_one_kind_say_nothing()
    {
        Assert.Null(MantelHaenszel.Compare([new(3, 5, 0, 0), new(0, 0, 2, 8)]));
        var effect = MantelHaenszel.Compare([new(3, 5, 0, 0), new(4, 10, 2, 10)])!;
        Assert.Equal((1, 10L), (effect.InformativeStrata, effect.ComparedExposed));
        Assert.Throws<ArgumentException>(() => MantelHaenszel.Compare([new(6, 5, 0, 1)]));
    }

    [Fact]
    public void Means_are_compared_within_strata()
    {
        var easy = new StratumMeans(new(10, 5, 1), new(90, 3, 1));
        var hard = new StratumMeans(new(90, 15, 1), new(10, 13, 1));
        var effect = StratifiedMeans.Compare([easy, hard])!.Value;
        Assert.Equal(2, effect.Value, 12);
        Assert.Equal(1.96 * Math.Sqrt(1 / 18.0), effect.Upper - 2, 3);
        Assert.Null(StratifiedMeans.Compare([new(new(1, 5, 0), new(90, 3, 1))]));
    }

    [Fact]
    public void Standardised_difference_counts_in_spreads()
    {
        Assert.Equal(0.5, StandardisedDifference.OfMeans(new(10, 12, 4), new(50, 10, 4)), 12);
        Assert.Equal(0.2 / Math.Sqrt((0.16 + 0.24) / 2), StandardisedDifference.OfProportions(56, 70, 48, 80), 12);
        Assert.Equal(0, StandardisedDifference.OfProportions(0, 5, 0, 9));
    }

    [Fact]
    public void False_discoveries_match_the_paper()
    {
        // Benjamini and Hochberg (1995), section 3.2: at 0.05 the first four of fifteen are rejected.
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];
        var shuffled = p.Reverse().ToArray();
        var adjusted = FalseDiscovery.BenjaminiHochberg(shuffled).Reverse().ToArray();
        Assert.Equal(4, adjusted.Count(a => a <= 0.05));
        Assert.Equal(0.0001 * 15, adjusted[0], 12);
        Assert.Equal(0.0298 * 15 / 7, adjusted[6], 12);
        Assert.Equal(adjusted.Order(), adjusted);
        Assert.Throws<ArgumentException>(() => FalseDiscovery.BenjaminiHochberg([0.5, 1.2]));
    }

    private static Arbitrary<StratumCounts[]> Strata
        => (from n1 in Gen.Choose(1, 40)
            from n0 in Gen.Choose(1, 40)
            from a in Gen.Choose(0, n1)
            from b in Gen.Choose(0, n0)
            select new StratumCounts(a, n1, b, n0)).ArrayOf().Where(s => s.Length > 0).ToArbitrary();
}
