namespace Tajriba.Experience.Journeys;

/// <summary>What counts as success: any of these events happens, or an event carries this attribute value. Either part may be empty, not both.</summary>
/// <param name="Events">Names of events that mean success.</param>
/// <param name="Attribute">Attribute whose value means success, or empty.</param>
/// <param name="Value">The value.</param>
public sealed record SuccessRule(IReadOnlyList<string> Events, string Attribute, string Value);
