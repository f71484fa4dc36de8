namespace Tajriba.ProcessMining.Ocel;

/// <summary>A relation of an event or an object to an object.</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="Qualifier">The role of the object in the relation; may be empty.</param>
public readonly record struct OcelRelation(string ObjectId, string Qualifier);
