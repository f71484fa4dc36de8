using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>The net promoter score and its change.</summary>
internal static class LoyaltyMethods
{
    public static StatsMethod[] All => [new("nps", Score), new("nps-difference", Difference)];

    private static Answer Score(MethodInput input)
    {
        var score = NetPromoter.OfScores(input.Wholes("scores", 2, 0, 10));
        return new Answer
        {
            { "n", score.Count },
            { "promoters", score.Promoters },
            { "passives", score.Passives },
            { "detractors", score.Detractors },
            { "nps", score.Score },
            { "variance", score.Variance },
            { "se_points", score.StandardError },
            { "ci95", score.Interval() },
            {
                "adjusted_wald_rocks",
                new Answer { { "nps", score.Adjusted.Score }, { "se_points", score.Adjusted.StandardError }, { "ci95", score.Adjusted.Interval() } }
            },
        };
    }

    private static Answer Difference(MethodInput input)
    {
        NetPromoter first = Wave(input, "wave1"), second = Wave(input, "wave2");
        double margin = input.Positive("E_points");
        NetPromoterChange change = first.ChangeTo(second);
        return new Answer
        {
            { "nps1", first.Score },
            { "nps2", second.Score },
            { "se1", first.StandardError },
            { "se2", second.StandardError },
            { "difference", change.Difference.Value },
            { "z", change.Z },
            { "p_two_sided", change.P },
            { "ci95_difference", change.Difference },
            { "n_for_E_wave1", Math.Ceiling(first.SampleSizeFor(margin)) },
            { "n_worst_case", Math.Ceiling(NetPromoter.SampleSizeAtWorst(margin)) },
        };
    }

    private static NetPromoter Wave(MethodInput input, string name)
    {
        MethodInput wave = input.Object(name);
        long promoters = wave.Whole("promoters", 0), passives = wave.Whole("passives", 0), detractors = wave.Whole("detractors", 0);
        return promoters + passives + detractors >= 2
            ? NetPromoter.OfCounts(promoters, passives, detractors)
            : throw input.Refuse(name, "must count at least 2 answers");
    }
}
