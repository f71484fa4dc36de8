namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What a person decided of two identifiers; outranks whatever the log proves. The numbers are stored.</summary>
public enum HandDecision
{
    /// <summary>Nothing, or it was taken back.</summary>
    None = 0,

    /// <summary>They are one.</summary>
    Same = 1,

    /// <summary>They are never one, also not by way of others.</summary>
    Never = 2,
}
