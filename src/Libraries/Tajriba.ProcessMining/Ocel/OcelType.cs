namespace Tajriba.ProcessMining.Ocel;

/// <summary>A type of events (an activity) or of objects.</summary>
/// <param name="Name">The name, unique among event types or among object types.</param>
/// <param name="Attributes">The attributes that its events or objects may have.</param>
public sealed record OcelType(string Name, IReadOnlyList<OcelAttributeDefinition> Attributes);
