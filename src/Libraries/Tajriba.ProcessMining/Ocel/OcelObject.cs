namespace Tajriba.ProcessMining.Ocel;

/// <summary>An object: a customer, an order, a vehicle, whose attributes may change.</summary>
/// <param name="Id">Unique among objects.</param>
/// <param name="Type">A declared object type.</param>
/// <param name="Attributes">Values over time, at most one for an attribute at a time.</param>
/// <param name="Relations">Relations to other objects.</param>
public sealed record OcelObject(string Id, string Type, IReadOnlyList<OcelObjectAttribute> Attributes, IReadOnlyList<OcelRelation> Relations)
{
    /// <summary>The value that an attribute has at a time, or null.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="time">The time.</param>
    public OcelValue? At(string attribute, DateTimeOffset time)
    {
        OcelObjectAttribute? latest = null;
        foreach (var value in Attributes)
        {
            if (value.Name == attribute && value.Time <= time && (latest is null || value.Time >= latest.Value.Time))
            {
                latest = value;
            }
        }

        return latest?.Value;
    }
}
