namespace Tajriba.ProcessMining.Conformance;

/// <summary>Fitness of a log by token-based replay.</summary>
/// <remarks>Source: Rozinat, van der Aalst, Conformance checking of processes based on monitoring real behavior (2008).</remarks>
public sealed class TokenReplayResult
{
    internal TokenReplayResult(IReadOnlyList<TraceReplay> traces)
    {
        Traces = traces;
        double missing = 0, consumed = 0, remaining = 0, produced = 0, fitness = 0;
        long cases = 0, fitting = 0;
        foreach (var trace in traces)
        {
            cases += trace.Count;
            fitting += trace.Fits ? trace.Count : 0;
            fitness += trace.Count * trace.Fitness;
            missing += (double)trace.Count * trace.Missing;
            consumed += (double)trace.Count * trace.Consumed;
            remaining += (double)trace.Count * trace.Remaining;
            produced += (double)trace.Count * trace.Produced;
        }

        if (cases > 0)
        {
            PercentageOfFittingTraces = 100.0 * fitting / cases;
            AverageTraceFitness = fitness / cases;
            LogFitness = (0.5 * (1 - (missing / consumed))) + (0.5 * (1 - (remaining / produced)));
        }
    }

    /// <summary>The counts of each trace, in the order of the bag.</summary>
    public IReadOnlyList<TraceReplay> Traces { get; }

    /// <summary>Share of cases that fit, in percent; 100 for a log without cases.</summary>
    public double PercentageOfFittingTraces { get; } = 100;

    /// <summary>Mean of the cases' fitness, from 0 to 1.</summary>
    public double AverageTraceFitness { get; } = 1;

    /// <summary>Fitness from the tokens of all cases together, from 0 to 1.</summary>
    public double LogFitness { get; } = 1;
}
