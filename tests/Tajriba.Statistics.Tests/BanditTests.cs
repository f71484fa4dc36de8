namespace Tajriba.Statistics.Tests;

public sealed class BanditTests
{
    [Theory]
    [InlineData(13, 89, 18, 84)]
    [InlineData(1, 1, 300, 700)]
    [InlineData(5_000, 5_000, 2, 3)]
    [InlineData(10_000, 10_000, 10_050, 9_950)]
    public void Two_arms_have_a_closed_form(int a1, int b1, int a2, int b2)
    {
        // P(second > first) as a finite sum over the second's first shape (Miller 2015).
        double LogBeta(double a, double b) => SpecialFunctions.LogGamma(a) + SpecialFunctions.LogGamma(b) - SpecialFunctions.LogGamma(a + b);
        var expected = Enumerable.Range(0, a2).Sum(i => Math.Exp(LogBeta(a1 + i, b1 + b2) - Math.Log(b2 + i) - LogBeta(1 + i, b2) - LogBeta(a1, b1)));
        var best = BetaArms.ProbabilityBest([(a1, b1), (a2, b2)]);
        Assert.Equal(expected, best[1], 1e-7);
        Assert.Equal(1, best.Sum(), 1e-7);
    }

    [Fact]
    public void Equal_arms_share_and_one_arm_is_best()
    {
        Assert.All(BetaArms.ProbabilityBest([(0.5, 0.5), (0.5, 0.5), (0.5, 0.5)]), share => Assert.Equal(1 / 3.0, share, 1e-7));
        Assert.Equal(1, BetaArms.ProbabilityBest([(3, 4)])[0], 1e-9);
        Assert.Throws<ArgumentException>(() => BetaArms.ProbabilityBest([(0, 4)]));
    }

    [Fact]
    public void Linear_bandit_learns_which_arm_pays()
    {
        var random = new Random(2);
        var bandit = new LinUcb(2, 2);
        var right = 0;
        for (var round = 0; round < 400; round++)
        {
            double[] context = [1, random.NextDouble()];
            var chosen = LinUcb.Choose(bandit.Bounds(context));
            var pays = context[1] > 0.5 ? 1 : 0;
            right += round >= 200 && chosen == pays ? 1 : 0;
            bandit.Learn(chosen, context, chosen == 1 ? context[1] : 1 - context[1]);
        }

        Assert.InRange(right, 160, 200);
        Assert.Throws<ArgumentException>(() => bandit.Bounds([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => bandit.Learn(2, [1, 1], 0));
    }

    [Fact]
    public void Qini_by_hand()
    {
        // In order of score: treated 1, control 0, treated 1, control 1.
        var curve = QiniCurve.Of([0.1, 0.9, 0.5, 0.7], [false, true, true, false], [1, 1, 1, 0]);
        Assert.Equal([0, 0, 1, 2, 1], curve.Gains);
        Assert.Equal((0 + 0.5 + 1.5 + 1.5) / 4, curve.Area, 1e-12);
        Assert.Equal(0.5, curve.RandomArea);
        Assert.Equal(0.375, curve.Coefficient, 1e-12);
        Assert.Equal(1, curve.At(0.5));
        Assert.Throws<ArgumentException>(() => QiniCurve.Of([0.1, 0.9], [true, true], [1, 1]));
    }

    [Fact]
    public void A_score_that_finds_the_persuadable_stands_above_its_reverse()
    {
        var random = new Random(9);
        double[] scores = [.. Enumerable.Range(0, 1_000).Select(_ => random.NextDouble())];
        bool[] treated = [.. scores.Select(_ => random.NextDouble() < 0.5)];
        double[] outcomes = [.. scores.Select((score, i) => random.NextDouble() < 0.2 + (treated[i] ? 0.6 * score : 0) ? 1.0 : 0)];
        Assert.True(QiniCurve.Of(scores, treated, outcomes).Coefficient > 0);
        Assert.True(QiniCurve.Of([.. scores.Select(score => -score)], treated, outcomes).Coefficient < 0);
    }

    [Fact]
    public void A_policy_judged_by_its_own_log_is_worth_its_mean()
    {
        var random = new Random(4);
        double[][] policy = [[0.2, 0.5], [0.8, 0.5]];
        LoggedRound[] log = [.. Enumerable.Range(0, 2_000).Select(_ => Round(policy, random))];
        var value = OffPolicy.Evaluate(log, policy, new Random(1), 200);
        Assert.Equal(value.LoggedMean, value.Ips, 1e-12);
        Assert.Equal(value.LoggedMean, value.SelfNormalised, 1e-12);
        Assert.Equal(2_000, value.EffectiveSize, 1e-6);
        Assert.Equal(1, value.MaxWeight, 1e-12);
        Assert.True(value.IpsInterval.Contains(value.Ips) && value.DoublyRobustInterval.Contains(value.DoublyRobust));
    }

    [Fact]
    public void Another_policy_is_valued_without_playing_it()
    {
        var random = new Random(4);
        double[][] logging = [[0.5, 0.5], [0.5, 0.5]], other = [[0, 0], [1, 1]];
        LoggedRound[] log = [.. Enumerable.Range(0, 20_000).Select(_ => Round(logging, random))];
        var value = OffPolicy.Evaluate(log, other, new Random(1), 100);

        // The second action pays in half of the rounds, see Round.
        Assert.All([value.Ips, value.SelfNormalised, value.Direct, value.DoublyRobust], estimate => Assert.Equal(0.5, estimate, 0.02));
        Assert.True(value.DoublyRobustError < value.IpsError);
        Assert.Throws<ArgumentException>(() => OffPolicy.Evaluate(log, [[0.2, 1], [0.2, 0]], random));
        Assert.Throws<ArgumentException>(() => OffPolicy.Evaluate([new LoggedRound(5, 0, 1, 1), new LoggedRound(0, 0, 1, 1)], other, random));
    }

    private static LoggedRound Round(double[][] policy, Random random)
    {
        var position = random.Next(2);
        var action = random.NextDouble() < policy[0][position] ? 0 : 1;
        var reward = random.NextDouble() < (action == 0 ? 0.1 : 0.5) ? 1 : 0;
        return new LoggedRound(action, position, reward, policy[action][position]);
    }
}
