using Tajriba.ProcessMining.Discovery;

namespace Tajriba.ProcessMining.Conformance;

/// <summary>A discovered model with its size and its quality against the log it came from.</summary>
/// <param name="Noise">Noise threshold of the inductive miner.</param>
/// <param name="Tree">The process tree.</param>
/// <param name="Net">The workflow net of the tree.</param>
/// <param name="Replay">Token-based replay.</param>
/// <param name="ReplayTime">Processor time of the replay; null where no clock was given.</param>
/// <param name="Precision">Precision by escaping edges, from 0 to 1.</param>
/// <param name="Alignment">Alignments; the figures are null where the budget ran out.</param>
/// <param name="AlignmentTime">Processor time of the alignments; null where no clock was given.</param>
public sealed record DiscoveryReport(
    double Noise,
    ProcessTree Tree,
    PetriNet Net,
    TokenReplayResult Replay,
    TimeSpan? ReplayTime,
    double Precision,
    AlignmentResult Alignment,
    TimeSpan? AlignmentTime)
{
    /// <summary>Discovers a model and measures it.</summary>
    /// <param name="log">The log's traces.</param>
    /// <param name="noise">0 for IM, above 0 to 1 for IMf.</param>
    /// <param name="budget">Limits of the alignments; the default if null.</param>
    /// <param name="processorTime">The processor time used so far, by the caller's clock; null leaves times out.</param>
    public static DiscoveryReport Of(TraceBag log, double noise, AlignmentBudget? budget = null, Func<TimeSpan>? processorTime = null)
    {
        var tree = InductiveMiner.Discover(log, noise);
        var net = PetriNet.Of(tree);
        var (replay, replayTime) = Timed(processorTime, () => TokenReplay.Replay(net, log));
        var precision = EtcPrecision.Of(tree, log);
        var (alignment, alignmentTime) = Timed(processorTime, () => Alignments.Align(tree, log, budget));
        return new DiscoveryReport(noise, tree, net, replay, replayTime, precision, alignment, alignmentTime);
    }

    /// <summary>
    /// The reports of IM and of IMf at 0.2, as the member <c>discovery</c> that <see cref="LogReport.Json"/> takes: keys
    /// <c>inductive noise=0.0</c> and <c>inductive noise=0.2</c>, in each the keys of <see cref="Members"/>.
    /// </summary>
    /// <inheritdoc cref="Of" path="/param[not(@name='noise')]"/>
    public static KeyValuePair<string, object> Member(TraceBag log, AlignmentBudget? budget = null, Func<TimeSpan>? processorTime = null)
    {
        List<KeyValuePair<string, object>> reports =
        [
            new("inductive noise=0.0", Of(log, 0, budget, processorTime).Members()),
            new("inductive noise=0.2", Of(log, 0.2, budget, processorTime).Members()),
        ];
        return new("discovery", reports);
    }

    /// <summary>
    /// The report as named figures in this order: process_tree, places, transitions, visible, arcs, token_replay,
    /// token_replay_cpu_s, token_replay_precision, alignment, alignment_cpu_s. Times are left out where no clock was given,
    /// the alignment where its budget ran out.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, object>> Members()
    {
        List<KeyValuePair<string, object>> members =
        [
            new("process_tree", Tree.ToString()),
            new("places", Net.Places),
            new("transitions", Net.Transitions.Count),
            new("visible", Net.VisibleTransitions),
            new("arcs", Net.Arcs),
            new("token_replay", Figures(
                ("perc_fit_traces", Replay.PercentageOfFittingTraces),
                ("average_trace_fitness", Replay.AverageTraceFitness),
                ("log_fitness", Replay.LogFitness),
                ("percentage_of_fitting_traces", Replay.PercentageOfFittingTraces))),
        ];
        AddTime(members, "token_replay_cpu_s", ReplayTime);
        members.Add(new("token_replay_precision", Precision));
        if (Alignment is { PercentageOfFittingTraces: { } fitting, AverageTraceFitness: { } average, LogFitness: { } whole })
        {
            members.Add(new("alignment", Figures(
                ("percFitTraces", fitting),
                ("averageFitness", average),
                ("percentage_of_fitting_traces", fitting),
                ("average_trace_fitness", average),
                ("log_fitness", whole))));
            AddTime(members, "alignment_cpu_s", AlignmentTime);
        }

        return members;
    }

    private static (T Result, TimeSpan? Time) Timed<T>(Func<TimeSpan>? processorTime, Func<T> work)
    {
        var before = processorTime?.Invoke();
        var result = work();
        return (result, processorTime?.Invoke() - before);
    }

    private static List<KeyValuePair<string, object>> Figures(params (string Name, double Value)[] figures) =>
        [.. figures.Select(figure => new KeyValuePair<string, object>(figure.Name, figure.Value))];

    private static void AddTime(List<KeyValuePair<string, object>> members, string name, TimeSpan? time)
    {
        if (time is { } known)
        {
            members.Add(new(name, Math.Round(known.TotalSeconds, 2)));
        }
    }
}
