namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Journeys in which some event carries this value.</summary>
/// <param name="Key">Attribute.</param>
/// <param name="Value">Its value as text.</param>
public sealed record AttributeFilter(string Key, string Value);
