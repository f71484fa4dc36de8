using System.Text.Json;
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
    /// Writes the report as one JSON object: process_tree, places, transitions, visible, arcs, token_replay, token_replay_cpu_s,
    /// token_replay_precision, alignment, alignment_cpu_s. Figures are rounded to 6 decimals. Times are left out where no
    /// clock was given, the alignment where its budget ran out.
    /// </summary>
    /// <param name="writer">Stands where a value is expected.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("process_tree", Tree.ToString());
        writer.WriteNumber("places", Net.Places);
        writer.WriteNumber("transitions", Net.Transitions.Count);
        writer.WriteNumber("visible", Net.VisibleTransitions);
        writer.WriteNumber("arcs", Net.Arcs);
        writer.WriteStartObject("token_replay");
        WriteRounded(writer, "perc_fit_traces", Replay.PercentageOfFittingTraces);
        WriteRounded(writer, "average_trace_fitness", Replay.AverageTraceFitness);
        WriteRounded(writer, "log_fitness", Replay.LogFitness);
        WriteRounded(writer, "percentage_of_fitting_traces", Replay.PercentageOfFittingTraces);
        writer.WriteEndObject();
        WriteTime(writer, "token_replay_cpu_s", ReplayTime);
        WriteRounded(writer, "token_replay_precision", Precision);
        if (Alignment is { PercentageOfFittingTraces: { } fitting, AverageTraceFitness: { } average, LogFitness: { } whole })
        {
            writer.WriteStartObject("alignment");
            WriteRounded(writer, "percFitTraces", fitting);
            WriteRounded(writer, "averageFitness", average);
            WriteRounded(writer, "percentage_of_fitting_traces", fitting);
            WriteRounded(writer, "average_trace_fitness", average);
            WriteRounded(writer, "log_fitness", whole);
            writer.WriteEndObject();
            WriteTime(writer, "alignment_cpu_s", AlignmentTime);
        }

        writer.WriteEndObject();
    }

    private static (T Result, TimeSpan? Time) Timed<T>(Func<TimeSpan>? processorTime, Func<T> work)
    {
        var before = processorTime?.Invoke();
        var result = work();
        return (result, processorTime?.Invoke() - before);
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, TimeSpan? time)
    {
        if (time is { } known)
        {
            writer.WriteNumber(name, Math.Round(known.TotalSeconds, 2));
        }
    }

    /// <summary>At least one decimal, as the reference writes whole numbers too.</summary>
    private static void WriteRounded(Utf8JsonWriter writer, string name, double value)
    {
        var rounded = Math.Round(value, 6);
        writer.WritePropertyName(name);
        writer.WriteRawValue(rounded == Math.Floor(rounded) ? $"{rounded:0.0}" : $"{rounded:0.######}");
    }
}
