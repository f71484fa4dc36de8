namespace Tajriba.ProcessMining.Ocel;

/// <summary>An attribute that events or objects of a type may have.</summary>
/// <param name="Name">The name, unique within the type.</param>
/// <param name="Type">The type of its values.</param>
public sealed record OcelAttributeDefinition(string Name, OcelValueType Type);
