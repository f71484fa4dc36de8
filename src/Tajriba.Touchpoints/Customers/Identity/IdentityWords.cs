namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Names the texts of identifiers, reasons and outcomes.</summary>
internal sealed class IdentityWords;
