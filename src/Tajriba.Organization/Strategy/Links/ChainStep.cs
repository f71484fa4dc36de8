namespace Tajriba.Organization.Strategy.Links;

/// <summary>An objective further along a chain.</summary>
/// <param name="Objective">Its code.</param>
/// <param name="Distance">Links between, by the shortest way; 1 for the next.</param>
public sealed record ChainStep(string Objective, int Distance);
