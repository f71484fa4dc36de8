namespace Tajriba.Statistics;

/// <summary>What to take.</summary>
/// <param name="Taken">Places of the items taken, in order.</param>
/// <param name="Value">What they are worth together.</param>
/// <param name="Cost">What they cost together.</param>
/// <param name="IsExact">Whether nothing better exists; false where there were too many possibilities to look at all.</param>
public sealed record KnapsackChoice(IReadOnlyList<int> Taken, double Value, decimal Cost, bool IsExact);
