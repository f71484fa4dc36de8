using System.Text.Json;
using Tajriba.ProcessMining.Conformance;
using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Tests.Conformance;

/// <summary>Real logs: at least as good as the reference program, and exact where it approximates.</summary>
public sealed class DiscoveryOracleTests
{
    private const double Rounding = 1e-6;

    public static TheoryData<string> Logs =>
    [
        "bpic2013_open_problems", "bpic2020_domestic", "bpic2020_prepaid", "bpic2020_rfp", "helpdesk", "production", "receipt", "teleclaims",
    ];

    [SkippableTheory]
    [MemberData(nameof(Logs))]
    public void Without_noise_every_case_fits_exactly(string name)
    {
        var report = DiscoveryReport.Of(Read(name), 0);
        Assert.Equal((100, 1, 1), (report.Replay.PercentageOfFittingTraces, report.Replay.AverageTraceFitness, report.Replay.LogFitness));
        Assert.Equal((100, 1, 1), (report.Alignment.PercentageOfFittingTraces, report.Alignment.AverageTraceFitness, report.Alignment.LogFitness));
        Assert.True(report.Net.Simplicity >= Simplicity(Oracle(name, "0.0")));
    }

    [SkippableTheory]
    [MemberData(nameof(Logs))]
    public void With_noise_fitness_and_simplicity_are_not_below_the_reference(string name)
    {
        var report = DiscoveryReport.Of(Read(name), 0.2);
        var oracle = Oracle(name, "0.2");
        var replay = oracle.GetProperty("token_replay");
        AtLeast(replay, "perc_fit_traces", report.Replay.PercentageOfFittingTraces);
        AtLeast(replay, "average_trace_fitness", report.Replay.AverageTraceFitness);
        AtLeast(replay, "log_fitness", report.Replay.LogFitness);
        if (oracle.TryGetProperty("alignment", out var alignment))
        {
            AtLeast(alignment, "percFitTraces", report.Alignment.PercentageOfFittingTraces);
            AtLeast(alignment, "average_trace_fitness", report.Alignment.AverageTraceFitness);
            AtLeast(alignment, "log_fitness", report.Alignment.LogFitness);
        }

        Assert.True(report.Net.Simplicity >= Simplicity(oracle), $"simplicity {report.Net.Simplicity} is below {Simplicity(oracle)}");
    }

    /// <summary>On the reference's own trees the mean alignment fitness, which no silent cost touches, must be the same to the digit.</summary>
    [SkippableTheory]
    [MemberData(nameof(Logs))]
    public void On_the_reference_trees_alignments_agree(string name)
    {
        var log = Read(name);
        foreach (var noise in new[] { "0.0", "0.2" })
        {
            var oracle = Oracle(name, noise);
            var tree = ProcessTree.Parse(oracle.GetProperty("process_tree").GetString()!);
            var aligned = Alignments.Align(tree, log);
            Assert.Equal(0, aligned.UnknownCases);
            if (oracle.TryGetProperty("alignment", out var alignment))
            {
                Assert.Equal(alignment.GetProperty("percFitTraces").GetDouble(), aligned.PercentageOfFittingTraces!.Value, 6);
                Assert.Equal(alignment.GetProperty("average_trace_fitness").GetDouble(), aligned.AverageTraceFitness!.Value, 6);
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Logs))]
    public void The_report_has_the_keys_of_the_oracle_in_their_order(string name)
    {
        var members = DiscoveryReport.Of(Read(name), 0.2, processorTime: () => TimeSpan.Zero).Members();
        var oracle = Oracle(name, "0.2");
        var keys = oracle.EnumerateObject().Select(p => p.Name).ToArray();
        Assert.Equal(keys, members.Select(m => m.Key).Take(keys.Length));
        foreach (var inner in new[] { "token_replay", "alignment" }.Intersect(keys))
        {
            var figures = (IReadOnlyList<KeyValuePair<string, object>>)members.Single(m => m.Key == inner).Value;
            Assert.Equal(oracle.GetProperty(inner).EnumerateObject().Select(p => p.Name), figures.Select(f => f.Key));
        }
    }

    private static void AtLeast(JsonElement oracle, string key, double? ours) =>
        Assert.True(ours >= oracle.GetProperty(key).GetDouble() - Rounding, $"{key}: {ours} is below {oracle.GetProperty(key).GetDouble()}");

    private static double Simplicity(JsonElement oracle)
    {
        var nodes = oracle.GetProperty("places").GetInt32() + oracle.GetProperty("transitions").GetInt32();
        return 1 / (1 + Math.Max(0, (2.0 * oracle.GetProperty("arcs").GetInt32() / nodes) - 2));
    }

    private static TraceBag Read(string name)
    {
        using var stream = File.OpenRead(Checkout.Shared("data", "journeys", name + ".xes.gz"));
        return TraceBag.Of(LogReader.Read(stream, name + ".xes.gz").Log);
    }

    private static JsonElement Oracle(string name, string noise)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Checkout.Shared("oracles", "journeys", name + ".json")));
        return document.RootElement.GetProperty("discovery").GetProperty($"inductive noise={noise}").Clone();
    }
}
