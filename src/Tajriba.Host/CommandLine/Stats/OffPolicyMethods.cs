using System.Text.Json;
using Tajriba.Statistics;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>What a policy would have earned, from the log of another.</summary>
internal static class OffPolicyMethods
{
    private const int Seed = 12345;

    public static StatsMethod[] All => [new("off-policy", Evaluate)];

    private static Answer Evaluate(MethodInput input)
    {
        double[][] policy = Policy(input);
        LoggedRound[] log = Log(input, "log", policy, input.NumberOrNull("pscore", 0, 1));
        PolicyValue value = input.Fit("log", () => OffPolicy.Evaluate(log, policy, new Random(Seed)));
        double half = 1.959963984540054 * value.IpsError;
        var answer = new Answer
        {
            { "campaign", Campaign(input) },
            { "n_rounds", value.Rounds },
            { "n_actions", policy.Length },
            { "behaviour_mean", value.LoggedMean },
            { "ips", value.Ips },
            { "ips_se", value.IpsError },
            { "ips_ci95_normal", new Estimate(value.Ips, value.Ips - half, value.Ips + half) },
            { "snips", value.SelfNormalised },
            { "dm_smoothed_mean", value.Direct },
            { "dr", value.DoublyRobust },
            { "dr_se", value.DoublyRobustError },
            { "sndr", value.SelfNormalisedDoublyRobust },
            { "ips_clipped_10", value.Clipped },
            { "switch_dr_tau5", value.Switched },
            { "dr_os_lambda10", value.Shrunk },
            { "effective_sample_size", value.EffectiveSize },
            { "mean_weight", value.MeanWeight },
            { "max_weight", value.MaxWeight },
            { "ips_bootstrap_ci95", value.IpsInterval },
            { "dr_bootstrap_ci95", value.DoublyRobustInterval },
        };
        if (input.Has("onpolicy_log"))
        {
            AddOnPolicy(answer, value, log, Log(input, "onpolicy_log", policy, null), policy);
        }

        return answer;
    }

    /// <summary>The policy's own log says what is true of it; read backwards, it says what the log's policy would have earned.</summary>
    private static void AddOnPolicy(Answer answer, PolicyValue value, LoggedRound[] log, LoggedRound[] own, double[][] policy)
    {
        double mean = own.Average(round => round.Reward);
        answer.Add("onpolicy_bts_mean", mean);
        answer.Add("onpolicy_bts_se", Math.Sqrt(own.Sum(round => (round.Reward - mean) * (round.Reward - mean))) / own.Length);
        double[] weights = [.. own.Select(round => 1.0 / policy.Length / round.Propensity)];
        double earned = own.Zip(weights, (round, weight) => weight * round.Reward).Sum();
        answer.Add("reverse_random_from_bts", new Answer
        {
            { "ips", earned / own.Length },
            { "snips", earned / weights.Sum() },
            { "onpolicy_random", log.Average(round => round.Reward) },
        });
        double Away(double estimate) => Math.Abs(estimate - mean) / mean;
        answer.Add("relative_ee_vs_onpolicy", new Answer
        {
            { "ips", Away(value.Ips) },
            { "snips", Away(value.SelfNormalised) },
            { "dm_smoothed_mean", Away(value.Direct) },
            { "dr", Away(value.DoublyRobust) },
            { "sndr", Away(value.SelfNormalisedDoublyRobust) },
        });
    }

    /// <summary>Rows of numbers, or the file that holds them.</summary>
    private static double[][] Policy(MethodInput input)
    {
        double[][] policy = input.KindOf("policy") == JsonValueKind.Array ? input.Matrix("policy", 1, 1, 0, 1) : NumberFile.Rows(input, "policy");
        return policy.Length == 0 || policy.Any(row => row.Length != policy[0].Length)
            ? throw input.Refuse("policy", "must have as many values in every row")
            : policy;
    }

    private static LoggedRound[] Log(MethodInput input, string member, double[][] policy, double? propensity)
    {
        DataColumns data = NumberFile.CompleteColumns(input, member);
        double[] Column(string name) => Array.IndexOf(data.Names, name) is var at and >= 0
            ? data.Values[at]
            : throw input.Refuse(member, $"has no column of numbers '{name}'");
        (double[] items, double[] positions, double[] rewards) = (Column("item"), Column("pos"), Column("click"));
        double[]? own = Array.IndexOf(data.Names, "pscore") >= 0 ? Column("pscore") : null;
        double otherwise = propensity ?? (1.0 / policy.Length);
        return [.. items.Select((item, i) => new LoggedRound(Index(input, member, item, i), Index(input, member, positions[i], i), rewards[i], propensity ?? own?[i] ?? otherwise))];
    }

    private static int Index(MethodInput input, string member, double value, int row)
        => value >= 0 && value == Math.Floor(value) && value < 1_000_000
            ? (int)value
            : throw input.Refuse(member, $"row {row + 1} has {MethodInput.Shown(value)} where an item or a position, counted from 0, must stand");

    /// <summary>The last word of the log's name, as in obd_random_women.</summary>
    private static string Campaign(MethodInput input) => input.TextOrNull("campaign") ?? Path.GetFileNameWithoutExtension(input.Text("log")).Split('_')[^1];
}
