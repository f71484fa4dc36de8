using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Choosing between arms while learning about them, and who gains by a treatment.</summary>
internal static class BanditMethods
{
    public static StatsMethod[] All => [new("linucb-trace", Trace), new("probability-best", Best), new("qini", Qini)];

    private static Answer Trace(MethodInput input)
    {
        double[][] contexts = input.Matrix("contexts");
        double[][] rewards = input.Matrix("rewards_all_arms");
        if (rewards.Length != contexts.Length)
        {
            throw input.Refuse("rewards_all_arms", $"must have as many rows as contexts ({contexts.Length}), not {rewards.Length}");
        }

        double alpha = input.NumberOrNull("alpha", 0) ?? 1;
        double ridge = input.Has("ridge") ? input.Positive("ridge") : 1;
        var bandit = new LinUcb(rewards[0].Length, contexts[0].Length, alpha, ridge);
        var steps = new List<Answer>();
        for (int i = 0; i < contexts.Length; i++)
        {
            IReadOnlyList<double> bounds = bandit.Bounds(contexts[i]);
            int chosen = LinUcb.Choose(bounds);
            bandit.Learn(chosen, contexts[i], rewards[i][chosen]);
            steps.Add(new Answer { { "ucb", bounds }, { "chosen", chosen }, { "reward", rewards[i][chosen] } });
        }

        return new Answer { { "steps", steps }, { "theta", bandit.Coefficients }, { "A", bandit.Designs }, { "b", bandit.Responses } };
    }

    private static Answer Best(MethodInput input)
    {
        double[][] arms = input.Matrix("alpha_beta", 1, 2);
        for (int i = 0; i < arms.Length; i++)
        {
            if (arms[i].Length != 2 || arms[i].Any(shape => shape <= 0))
            {
                throw input.Refuse($"alpha_beta[{i}]", "must be two numbers above 0");
            }
        }

        return new Answer { { "prob_best", BetaArms.ProbabilityBest([.. arms.Select(arm => (arm[0], arm[1]))]) } };
    }

    private static Answer Qini(MethodInput input)
    {
        double[] scores = input.Numbers("score", 2);
        double[] treated = Flags(input, "treated", scores.Length);
        double[] outcomes = input.NumbersAsMany("outcome", scores.Length, "score");
        QiniCurve curve = input.Fit("treated", () => QiniCurve.Of(scores, Array.ConvertAll(treated, one => one == 1), outcomes));
        return new Answer
        {
            { "final_q", curve.Final },
            { "area", curve.Area },
            { "random_area", curve.RandomArea },
            { "qini", curve.Coefficient },
            { "q_at_deciles", Enumerable.Range(1, 10).Select(decile => curve.At(decile / 10.0)) },
        };
    }

    private static double[] Flags(MethodInput input, string name, int count)
    {
        if (input.KindOf(name) == JsonValueKind.Array && input.Value(name).EnumerateArray().All(item => item.ValueKind is JsonValueKind.True or JsonValueKind.False))
        {
            double[] truths = [.. input.Value(name).EnumerateArray().Select(item => item.ValueKind == JsonValueKind.True ? 1.0 : 0)];
            return truths.Length == count ? truths : throw input.Refuse(name, $"must have as many values as score ({count}), not {truths.Length}");
        }

        double[] flags = input.Wholes(name, 0, 0, 1);
        return flags.Length == count ? flags : throw input.Refuse(name, $"must have as many values as score ({count}), not {flags.Length}");
    }
}
