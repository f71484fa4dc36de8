namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>One identifier.</summary>
/// <param name="Number">The log's number of the object; negative for an e-mail address or telephone number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The identifier: as the source wrote it, or the canonical address or number.</param>
public sealed record IdentityNode(long Number, IdentifierKind Kind, string Id)
{
    /// <summary>By kind, then by the text's code units: an order that owes nothing to when an event arrived.</summary>
    public static IComparer<IdentityNode> Order { get; } = Comparer<IdentityNode>.Create((x, y) =>
        x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : string.CompareOrdinal(x.Id, y.Id));

    /// <summary>Whether it comes before another in <see cref="Order"/>.</summary>
    public bool Precedes(IdentityNode other) => Order.Compare(this, other) < 0;
}
