namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What an identifier is. The numbers are stored, and a person is named by one of the lowest kind among its identifiers.</summary>
public enum IdentifierKind
{
    /// <summary>An object of type <c>customer</c>: what a source calls a known user.</summary>
    Customer = 1,

    /// <summary>An object of type <c>visitor</c>: a browser or device.</summary>
    Visitor = 2,

    /// <summary>An e-mail address in canonical form.</summary>
    Email = 3,

    /// <summary>A telephone number in international form.</summary>
    Phone = 4,
}
