namespace Tajriba.ProcessMining.Discovery;

/// <summary>A sequence of activity codes and the number of cases that followed it.</summary>
/// <param name="Activities">Codes into <see cref="TraceBag.Activities"/>, in order; empty for a case without events.</param>
/// <param name="Count">Number of cases, at least 1.</param>
public readonly record struct WeightedTrace(int[] Activities, long Count);
