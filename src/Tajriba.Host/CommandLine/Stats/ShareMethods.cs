using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Shares and their comparison.</summary>
internal static class ShareMethods
{
    public static StatsMethod[] All => [new("wilson", Intervals), new("two-proportions", Two), new("ab-conversion", Conversions)];

    private static Answer[] Intervals(MethodInput input)
    {
        double confidence = input.Has("confidence") ? input.OpenShare("confidence") : 0.95;
        return
        [
            .. input.Shares("cases").Select(share => new Answer
            {
                { "x", share.Successes },
                { "n", share.Trials },
                { "share", (double)share.Successes / share.Trials },
                { "wilson", Proportion.Wilson(share.Successes, share.Trials, confidence) },
                { "clopper_pearson", Proportion.ClopperPearson(share.Successes, share.Trials, confidence) },
            }),
        ];
    }

    private static Answer Two(MethodInput input)
    {
        long[] n = input.Counts("n", 2);
        long[] x = input.Counts("x", 2);
        foreach ((string name, long[] values) in new[] { ("n", n), ("x", x) })
        {
            if (values.Length != 2)
            {
                throw input.Refuse(name, $"must have 2 values, not {values.Length}");
            }
        }

        for (int i = 0; i < 2; i++)
        {
            if (n[i] < 1)
            {
                throw input.Refuse($"n[{i}]", "must be at least 1");
            }

            if (x[i] > n[i])
            {
                throw input.Refuse($"x[{i}]", $"must be at most n[{i}] ({n[i]}), not {x[i]}");
            }
        }

        TwoProportionTest test = ProportionDifference.Test(x[0], n[0], x[1], n[1]);
        return new Answer
        {
            { "chi2", test.ChiSquare },
            { "p", test.P },
            { "wald_ci", ProportionDifference.Wald(x[0], n[0], x[1], n[1]) },
            { "chi2_yates", test.ChiSquareWithYates },
            { "p_yates", test.PWithYates },
            { "fisher_p", FisherExact.TwoSided(x[0], n[0], x[1], n[1]) },
            { "z", test.Z },
            { "newcombe_ci", ProportionDifference.Newcombe(x[0], n[0], x[1], n[1]) },
        };
    }

    private static Answer Conversions(MethodInput input)
    {
        (long x1, long n1) = input.Share("a");
        (long x2, long n2) = input.Share("b");
        Conversion conversion = Conversion.Compare(x1, n1, x2, n2);
        return new Answer
        {
            { "chi2", conversion.Test.ChiSquare },
            { "p", conversion.Test.P },
            { "ci", conversion.Difference },
            { "p_yates", conversion.Test.PWithYates },
            { "lift", conversion.Lift.Value },
            { "lift_log_ci", conversion.Lift },
            { "prob_b_better", conversion.ProbabilitySecondIsBetter },
            { "expected_loss_choose_b", conversion.ExpectedLossOfSecond },
        };
    }
}
