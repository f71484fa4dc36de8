namespace Tajriba.Organization.Strategy.Directions;

/// <summary>One of the few things on which a direction stands.</summary>
/// <param name="Code">What it is called within its direction: <c>P1</c>.</param>
/// <param name="Name">A few words.</param>
/// <param name="Text">What is meant.</param>
/// <param name="Supports">Codes of the pillars of the organization that it supports; of a pillar of the organization none.</param>
public sealed record Pillar(string Code, string Name, string Text, IReadOnlyList<string> Supports);
