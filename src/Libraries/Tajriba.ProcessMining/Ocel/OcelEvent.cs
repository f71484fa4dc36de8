namespace Tajriba.ProcessMining.Ocel;

/// <summary>An event that concerns any number of objects.</summary>
/// <param name="Id">Unique among events.</param>
/// <param name="Type">A declared event type.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Attributes">At most one value for each attribute of the type.</param>
/// <param name="Relations">The objects concerned; the same object may appear under several qualifiers.</param>
public sealed record OcelEvent(string Id, string Type, DateTimeOffset Time, IReadOnlyList<OcelAttribute> Attributes, IReadOnlyList<OcelRelation> Relations);
