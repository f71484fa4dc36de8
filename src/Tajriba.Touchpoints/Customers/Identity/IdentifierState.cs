namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Whether an identifier may join others. The numbers are stored.</summary>
public enum IdentifierState
{
    Joins = 0,

    /// <summary>Met with more customers than one person plausibly has: a kiosk, a switchboard, a shop's own address.</summary>
    Shared = 1,

    /// <summary>No identifier but a filler: <c>0</c>, <c>null</c>, <c>anonymous</c>, a number of equal digits.</summary>
    Filler = 2,
}
