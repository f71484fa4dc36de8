namespace Tajriba.ProcessMining.Discovery;

/// <summary>A transition of a <see cref="PetriNet"/>; every arc has weight 1.</summary>
/// <param name="Label">The activity it shows, null for a silent one.</param>
/// <param name="Inputs">Places from which it takes a token each, ascending, without repetition.</param>
/// <param name="Outputs">Places into which it puts a token each, ascending, without repetition.</param>
public sealed record PetriTransition(string? Label, IReadOnlyList<int> Inputs, IReadOnlyList<int> Outputs);
