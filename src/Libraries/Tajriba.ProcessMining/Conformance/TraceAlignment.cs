namespace Tajriba.ProcessMining.Conformance;

/// <summary>The cheapest way to explain one trace by the model, or that none was found within the budget.</summary>
/// <param name="Count">Number of cases with this trace.</param>
/// <param name="Length">Number of events of the trace.</param>
/// <param name="ShortestRun">Activities in the model's shortest run.</param>
/// <param name="Cost">Least number of moves by the log alone or the model alone; null if the budget ran out.</param>
/// <param name="AtLeast">A proven lower bound of the cost; the cost itself where that is known.</param>
/// <param name="Moves">The alignment; null if the budget ran out.</param>
public sealed record TraceAlignment(long Count, int Length, int ShortestRun, int? Cost, int AtLeast, IReadOnlyList<AlignmentMove>? Moves)
{
    /// <summary>1 - cost / (length + shortest run): 1 for a perfect fit, 0 where nothing agrees; null if unknown.</summary>
    public double? Fitness => Cost is { } cost ? (cost == 0 ? 1 : 1 - ((double)cost / (Length + ShortestRun))) : null;
}
