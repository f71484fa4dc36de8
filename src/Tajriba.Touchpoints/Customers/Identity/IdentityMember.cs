namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>An identifier and whom it belongs to.</summary>
/// <param name="Node">The identifier.</param>
/// <param name="Person">Number of the person.</param>
/// <param name="State">Whether it may join others.</param>
/// <param name="Met">With how many customers it was told, where it is no customer itself.</param>
public sealed record IdentityMember(IdentityNode Node, long Person, IdentifierState State, long Met)
{
    /// <summary>Its page; null for addresses and numbers.</summary>
    public string? Href => Node.Kind switch
    {
        IdentifierKind.Customer => $"/customers/{Node.Number}",
        IdentifierKind.Visitor => $"/objects/visitor/{Node.Number}",
        _ => null,
    };
}
