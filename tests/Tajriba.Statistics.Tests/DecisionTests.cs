using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.Statistics.Tests;

public sealed class DecisionTests
{
    private static readonly double[][] Direct = [[0, 3, 2, 1], [1, 0, 4, 0], [2, 1, 0, 3], [0, 2, 1, 0]];

    private static Arbitrary<double[][]> Influences => Gen.Choose(0, 4).ArrayOf(16)
        .Select(cells => cells.Chunk(4).Select((row, i) => row.Select((value, j) => i == j ? 0.0 : value).ToArray()).ToArray())
        .Where(rows => rows.Any(row => row.Sum() > 0) && !Closed(rows))
        .ToArbitrary();

    [Fact]
    public void Total_relations_are_the_direct_ones_and_what_follows_from_them()
        => Prop.ForAll(Influences, direct =>
        {
            var result = Dematel.Analyse(direct);
            return Enumerable.Range(0, 4).All(i => Enumerable.Range(0, 4).All(j =>
            {
                var indirect = Enumerable.Range(0, 4).Sum(k => result.Normalised[i][k] * result.Total[k][j]);
                return Math.Abs(result.Total[i][j] - result.Normalised[i][j] - indirect) < 1e-7 * (1 + result.Total[i][j]);
            })) && Math.Abs(result.Weights.Sum() - 1) < 1e-12 && Math.Abs(result.Relation.Sum()) < 1e-6 * result.Given.Sum();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_divisor_is_a_choice()
    {
        Assert.Equal(7, Dematel.Analyse(Direct).Divisor);
        double[][] tall = [[0, 1, 0], [4, 0, 0], [4, 0, 0]];
        Assert.Equal(8, Dematel.Analyse(tall).Divisor);
        Assert.Equal(4, Dematel.Analyse(tall, DematelDivisor.Rows).Divisor);
    }

    [Fact]
    public void A_threshold_of_ones_own_draws_fewer_or_more_edges()
    {
        Assert.Equal(16, Dematel.Analyse(Direct, threshold: -1).Edges.Count);
        Assert.Empty(Dematel.Analyse(Direct, threshold: 100).Edges);
    }

    [Fact]
    public void Influences_that_are_all_returned_make_no_cause()
    {
        double[][] equal = [[0, 0.3, 0.1], [0.3, 0, 0.7], [0.1, 0.7, 0]];
        Assert.Empty(Dematel.Analyse(equal).Causes);
    }

    [Fact]
    public void Endless_influences_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dematel.Analyse([[0.0, 1], [1, 0]]));
        Assert.Throws<ArgumentException>(() => Dematel.Analyse([[0.0, 0], [0, 0]]));
        Assert.Throws<ArgumentException>(() => Dematel.Analyse([[0.0, -1], [2, 0]]));
    }

    [Fact]
    public void An_expert_who_agrees_moves_nothing()
    {
        Assert.Equal(0, Dematel.ConsensusGapPercent([Direct, Direct, Direct]));
        Assert.Throws<ArgumentException>(() => Dematel.ConsensusGapPercent([Direct]));
    }

    [Fact]
    public void Crisp_scores_rise_with_the_words_and_stay_on_the_scale()
    {
        // All five levels stand in one cell over five experts, so that the cell spans the whole scale.
        double[][][] experts = [.. Enumerable.Range(0, 5).Select(level => (double[][])[[0, level], [level, 0]])];
        var all = FuzzyDematel.Crisp(experts);
        Assert.InRange(all[0][1], 0.45, 0.55);
        Assert.Equal(0, all[0][0]);
        Assert.True(FuzzyDematel.Crisp(experts, diagonal: null)[0][0] > 0);
        var high = FuzzyDematel.Crisp([experts[4], experts[4], experts[3]]);
        var low = FuzzyDematel.Crisp([experts[0], experts[0], experts[1]]);
        Assert.True(low[0][1] < all[0][1] && all[0][1] < high[0][1]);
        Assert.Throws<ArgumentException>(() => FuzzyDematel.Crisp([[[0.0, 7], [1, 0]]]));
    }

    [Fact]
    public void Consistent_comparisons_give_back_their_weights()
        => Prop.ForAll(Gen.Choose(1, 90).ArrayOf().Where(parts => parts.Length is >= 2 and <= 9).ToArbitrary(), parts =>
        {
            double[][] comparisons = [.. parts.Select(row => parts.Select(column => (double)row / column).ToArray())];
            var result = Ahp.Analyse(comparisons);
            return Math.Abs(result.LambdaMax - parts.Length) < 1e-9
                && Math.Abs(result.ConsistencyRatio) < 1e-9
                && result.IsConsistent
                && result.Weights.Zip(parts).All(pair => Math.Abs(pair.First - ((double)pair.Second / parts.Sum())) < 1e-12)
                && result.GeometricWeights.Zip(result.Weights).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_group_of_one_is_its_judge()
    {
        double[][] judge = [[1, 3, 5], [1 / 3.0, 1, 2], [0.2, 0.5, 1]];
        var group = Ahp.Group([judge, judge]);
        Assert.All(Enumerable.Range(0, 9), k => Assert.Equal(judge[k / 3][k % 3], group[k / 3][k % 3], 1e-12));
        Assert.Throws<ArgumentException>(() => Ahp.Analyse([[1, 3], [0.5, 1]]));
    }

    [Fact]
    public void A_synthesis_over_equal_criteria_is_their_mean()
    {
        double[][] first = [[1, 3], [1 / 3.0, 1]], second = [[1, 1 / 3.0], [3, 1]];
        var synthesis = Ahp.Synthesise([0.5, 0.5], [first, second]);
        Assert.All(synthesis.Distributive.Concat(synthesis.Ideal), weight => Assert.Equal(0.5, weight, 1e-12));
        Assert.Throws<ArgumentException>(() => Ahp.Synthesise([1], [first, second]));
    }

    /// <summary>True where some factors pass all their influence on among themselves for ever.</summary>
    private static bool Closed(double[][] rows)
    {
        try
        {
            Dematel.Analyse(rows);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
