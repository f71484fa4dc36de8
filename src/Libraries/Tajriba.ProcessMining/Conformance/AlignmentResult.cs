namespace Tajriba.ProcessMining.Conformance;

/// <summary>Fitness of a log by optimal alignments with standard costs.</summary>
/// <remarks>Source: Adriansyah, Aligning Observed and Modeled Behavior (2014). Silent steps cost nothing, so that a perfect fit is exactly 1.</remarks>
public sealed class AlignmentResult
{
    internal AlignmentResult(IReadOnlyList<TraceAlignment> traces)
    {
        Traces = traces;
        UnknownCases = traces.Where(t => t.Cost is null).Sum(t => t.Count);
        var cases = traces.Sum(t => t.Count);
        if (UnknownCases > 0)
        {
            return;
        }

        var worst = traces.Sum(t => (double)t.Count * (t.Length + t.ShortestRun));
        PercentageOfFittingTraces = cases == 0 ? 100 : 100.0 * traces.Where(t => t.Cost == 0).Sum(t => t.Count) / cases;
        AverageTraceFitness = cases == 0 ? 1 : traces.Sum(t => t.Count * t.Fitness!.Value) / cases;
        LogFitness = worst == 0 ? 1 : 1 - (traces.Sum(t => (double)t.Count * t.Cost!.Value) / worst);
    }

    /// <summary>The alignment of each trace, in the order of the bag.</summary>
    public IReadOnlyList<TraceAlignment> Traces { get; }

    /// <summary>Cases whose alignment was not found within the budget. Where this is not 0 the figures below are null: no guess is made.</summary>
    public long UnknownCases { get; }

    /// <summary>Share of cases with cost 0, in percent.</summary>
    public double? PercentageOfFittingTraces { get; }

    /// <summary>Mean of the cases' fitness, from 0 to 1.</summary>
    public double? AverageTraceFitness { get; }

    /// <summary>1 - sum of costs / sum of worst costs, from 0 to 1.</summary>
    public double? LogFitness { get; }
}
