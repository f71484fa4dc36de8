namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>An identifier as the room keeps it, while a portion of the log is worked in.</summary>
internal sealed class IdentityRow(IdentityNode node)
{
    public IdentityNode Node { get; } = node;

    public long Person { get; set; } = node.Number;

    /// <summary>Customers that it was told with, where it is no customer itself; of a customer those that follow it.</summary>
    public long Met { get; set; }

    public IdentifierState State { get; set; }

    /// <summary>Whether a person keeps it apart from another identifier.</summary>
    public bool Guarded { get; set; }

    /// <summary>Not in the table yet.</summary>
    public bool IsNew { get; init; }

    public bool IsChanged { get; set; }

    /// <summary>Whether it names a person rather than another: an id that none followed, else the first in the order of identifiers.</summary>
    public bool Precedes(IdentityRow other) =>
        Node.Kind == other.Node.Kind && IsFormer != other.IsFormer ? other.IsFormer : Node.Precedes(other.Node);

    /// <summary>Whether another customer is its new name.</summary>
    private bool IsFormer => Node.Kind == IdentifierKind.Customer && Met > 0;
}
