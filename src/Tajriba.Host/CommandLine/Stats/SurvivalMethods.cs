using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Time until something happens, and looking at a comparison while it runs.</summary>
internal static class SurvivalMethods
{
    private const double Significant = 0.05;

    public static StatsMethod[] All =>
    [
        new("kaplan-meier", Survival),
        new("msprt", AlwaysValid),
        new("sequential-boundaries", Boundaries),
    ];

    private static Answer Survival(MethodInput input)
    {
        double[] times = input.Numbers("time", 2, 0);
        double[] status = input.Wholes("status", 2, 0, 1);
        if (status.Length != times.Length)
        {
            throw input.Refuse("status", $"must have as many values as time ({times.Length}), not {status.Length}");
        }

        var curve = KaplanMeier.Of(times, Array.ConvertAll(status, one => one == 1));
        return new Answer
        {
            { "t", curve.Steps.Select(step => step.Time) },
            { "survival", curve.Steps.Select(step => step.Survival) },
            { "greenwood_se_of_log", curve.Steps.Select(step => step.LogError) },
            { "median", curve.Median },
        };
    }

    private static Answer AlwaysValid(MethodInput input)
    {
        double[] first = input.Wholes("a", 1, 0, 1);
        double[] second = input.Wholes("b", 1, 0, 1);
        if (second.Length != first.Length)
        {
            throw input.Refuse("b", $"must have as many values as a ({first.Length}), not {second.Length}");
        }

        double mixture = input.Positive("tau2");
        int every = input.Has("check_every") ? (int)input.Whole("check_every", 1, first.Length) : 1;
        IReadOnlyList<AlwaysValidLook> looks = AlwaysValidTest.Trace(first, second, mixture, every);
        AlwaysValidLook? below = looks.Where(look => look.P < Significant).Select(look => (AlwaysValidLook?)look).FirstOrDefault();
        return new Answer
        {
            {
                "trace",
                looks.Select(look => new Answer
                {
                    { "n", look.Count },
                    { "diff", look.Difference },
                    { "V", look.Variance },
                    { "lambda_", look.Ratio },
                    { "p_always_valid", look.P },
                })
            },
            { "final_p", looks[^1].P },
            { "first_n_below_005", below?.Count },
        };
    }

    private static Answer Boundaries(MethodInput input)
    {
        int[] looks = [.. input.Wholes("K", 1, 1, SequentialBoundaries.MostLooks).Select(k => (int)k)];
        double alpha = input.Has("alpha") ? input.OpenShare("alpha") : Significant;
        string[] names = [.. looks.Select(k => MethodInput.Shown(k))];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length)
        {
            throw input.Refuse("K", "must not name a number twice");
        }

        var answer = new Answer
        {
            { "pocock", Answer.ByName(names, looks.Select(k => SequentialBoundaries.Pocock(k, alpha))) },
            { "obrien_fleming", Answer.ByName(names, looks.Select(k => SequentialBoundaries.OBrienFleming(k, alpha))) },
        };
        foreach (int k in looks.Append(5).Where(k => k >= 5).Distinct())
        {
            answer.Add($"lan_demets_obf_{MethodInput.Shown(k)}", SequentialBoundaries.SpendingLate(k, alpha));
            answer.Add($"lan_demets_pocock_{MethodInput.Shown(k)}", SequentialBoundaries.SpendingEvenly(k, alpha));
        }

        return answer;
    }
}
