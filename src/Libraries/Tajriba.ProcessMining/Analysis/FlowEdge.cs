namespace Tajriba.ProcessMining;

/// <summary>A pair of activities (codes into the log's activities) and how often the second follows the first.</summary>
/// <param name="From">The earlier activity.</param>
/// <param name="To">The later activity.</param>
/// <param name="Count">Occurrences.</param>
public readonly record struct FlowEdge(int From, int To, long Count);
