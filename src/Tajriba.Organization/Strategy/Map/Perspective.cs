namespace Tajriba.Organization.Strategy.Map;

/// <summary>A side from which a strategy is looked at.</summary>
/// <param name="Key">Its short name, for ever the same.</param>
/// <param name="Name">What people call it; empty for the usual name of the key.</param>
public sealed record Perspective(string Key, string Name);
