using Tajriba.Experience.Feedback.Problems;

namespace Tajriba.Experience.Tests.Feedback.Problems;

public sealed class VerificationTests
{
    private const int Drawn = 20_000;

    [Fact]
    public void Before_four_periods_nothing_is_said_but_how_many_are_missing()
        => Assert.All(Enumerable.Range(0, Verification.Fewest), n => Assert.Equal((VerdictKind.NotYet, Verification.Fewest - n), Kind([.. Enumerable.Repeat(9.0, n)])));

    [Fact]
    public void A_jump_beyond_the_limits_confirms_and_one_to_the_other_side_refutes()
    {
        Assert.Equal((VerdictKind.Confirmed, 0), Kind([0.1, -0.2, 3.4, 1]));
        Assert.Equal((VerdictKind.Refuted, 0), Kind([0.1, -0.2, -3.4, 1]));
        Assert.Equal((VerdictKind.Refuted, 0), Kind([3.4, 0, 0, -3.4]));
    }

    [Fact]
    public void Nine_in_a_row_a_little_better_confirm_and_a_year_of_nothing_refutes()
    {
        Assert.Equal((VerdictKind.NotYet, Verification.Longest - 8), Kind([.. Enumerable.Repeat(0.5, 8)]));
        Assert.Equal((VerdictKind.Confirmed, 0), Kind([.. Enumerable.Repeat(0.5, 9)]));
        Assert.Equal((VerdictKind.Refuted, 0), Kind([.. Enumerable.Range(0, Verification.Longest).Select(i => i % 2 == 0 ? 0.5 : -0.5)]));
    }

    /// <summary>Good and bad are mirrors, what came later than the last period that counts changes nothing, and it is undecided only while more can come.</summary>
    [Fact]
    public void The_decision_is_a_mirror_is_final_and_always_comes()
    {
        var random = new Random(5);
        for (int i = 0; i < Drawn; i++)
        {
            double[] scores = [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => Normal(random) * 1.5)];
            var (kind, more, rule, at) = Verification.Of(scores);
            Assert.Equal(kind == VerdictKind.NotYet, more > 0);
            Assert.True(kind != VerdictKind.NotYet || scores.Length + more <= Verification.Longest);
            Assert.Equal(Verification.Of([.. scores.Take(Verification.Longest)]), (kind, more, rule, at));
            var mirrored = Verification.Of([.. scores.Select(s => -s)]);
            Assert.Equal((more, rule, at), (mirrored.More, mirrored.Rule, mirrored.At));
            Assert.Equal(rule is null ? kind : kind == VerdictKind.Confirmed ? VerdictKind.Refuted : VerdictKind.Confirmed, mirrored.Kind);
            Assert.True(rule is null || (kind == VerdictKind.Confirmed) == (scores[at!.Value] > 0));
        }
    }

    /// <summary>Asked after every period until it decides, as the job does: chance confirms seldom, a real change is nearly always found.</summary>
    [Fact]
    public void A_fix_that_changed_nothing_is_seldom_confirmed_and_one_that_helped_mostly_is()
    {
        double nothing = Confirmed(0), helped = Confirmed(1.5), harmed = Confirmed(-1.5);
        Assert.InRange(nothing, 0, 0.04);
        Assert.InRange(helped, 0.9, 1);
        Assert.InRange(harmed, 0, 0.001);
    }

    private static double Confirmed(double shift)
    {
        var random = new Random(11);
        int confirmed = 0;
        for (int i = 0; i < Drawn; i++)
        {
            var scores = new List<double>();
            VerdictKind kind;
            do
            {
                scores.Add(Normal(random) + shift);
                kind = Verification.Of(scores).Kind;
            }
            while (kind == VerdictKind.NotYet);
            confirmed += kind == VerdictKind.Confirmed ? 1 : 0;
        }

        return (double)confirmed / Drawn;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static (VerdictKind Kind, int More) Kind(double[] scores) => Verification.Of(scores) is var (kind, more, _, _) ? (kind, more) : default;
}
