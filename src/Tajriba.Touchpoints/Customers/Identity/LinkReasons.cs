namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What follows from a reason.</summary>
internal static class LinkReasons
{
    /// <summary>Whether it makes two identifiers one.</summary>
    public static bool Joins(this LinkReason reason) => reason <= LinkReason.VerifiedPhone;

    public static LinkReason Of(IdentifierKind contact, bool verified) => contact == IdentifierKind.Email
        ? verified ? LinkReason.VerifiedEmail : LinkReason.ClaimedEmail
        : verified ? LinkReason.VerifiedPhone : LinkReason.ClaimedPhone;
}
